// Looks at what a person would see.

import { PNG } from 'pngjs';

/**
 * @typedef {{x: number, y: number, width: number, height: number}} Box
 * @typedef {import('pngjs').PNGWithMetadata} Picture
 */

/**
 * A picture of the page, or of a part of it in CSS pixels.
 * @param {import('puppeteer-core').Page} page
 * @param {Box} [clip]
 * @returns {Promise<Picture>}
 */
export async function look(page, clip) {
  const png = await page.screenshot({ type: 'png', ...(clip ? { clip } : {}) });
  return PNG.sync.read(Buffer.from(png));
}

/** What only ends a hang. */
const PATIENCE_MS = 30_000;

/**
 * A picture of the page that looks right, as soon as there is one: a browser may show a frame some time after it has
 * been drawn. If there is none for long, the last one, for the assertion to say what is wrong.
 * @param {import('puppeteer-core').Page} page
 * @param {(picture: Picture) => boolean} isRight
 * @param {Box} [clip]
 */
export async function lookUntil(page, isRight, clip) {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const picture = await look(page, clip);
    if (isRight(picture) || Date.now() > end) return picture;
  }
}

/** How many different colours there are: a blank picture has one. @param {Picture} picture */
export function countColours(picture) {
  const colours = new Set();
  for (let at = 0; at < picture.data.length; at += 4) colours.add(picture.data.readUInt32BE(at));
  return colours.size;
}

/**
 * The share of pixels, 0 … 1, that differ between two pictures of the same size.
 * @param {Picture} a
 * @param {Picture} b
 */
export function differenceOf(a, b) {
  if (a.width !== b.width || a.height !== b.height) return 1;
  let different = 0;
  for (let at = 0; at < a.data.length; at += 4) {
    if (a.data.readUInt32BE(at) !== b.data.readUInt32BE(at)) different++;
  }
  return different / (a.width * a.height);
}

/** The share of pixels, 0 … 1, that are clearly not grey. @param {Picture} picture */
export function colouredShare(picture) {
  let coloured = 0;
  for (let at = 0; at < picture.data.length; at += 4) {
    const [red, green, blue] = picture.data.subarray(at, at + 3);
    if (Math.max(red, green, blue) - Math.min(red, green, blue) > 48) coloured++;
  }
  return coloured / (picture.width * picture.height);
}
