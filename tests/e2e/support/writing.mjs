// What the browser itself makes of a text, and how to compare it with what is seen elsewhere.

import { PNG } from 'pngjs';
import { look } from './pixels.mjs';

/**
 * @typedef {import('./pixels.mjs').Picture} Picture
 * @typedef {import('puppeteer-core').Page} Page
 * @typedef {{font: string, ink: string, ground: string, direction: CanvasDirection, x: number, y: number}} Pen
 */

/** A colour differs from the ground's if it can be told from it. */
const VISIBLE = 24;

/**
 * The text as the browser draws it, in device pixels and moved by as many, on a 2D canvas, laid over the page for as long as it takes to look at it.
 * @param {Page} page
 * @param {string} text
 * @param {Pen} pen
 * @returns {Promise<Picture>}
 */
export async function drawnByBrowser(page, text, pen) {
  const box = await page.evaluate(
    (words, { font, ink, ground, direction, x, y }) => {
      const canvas = document.createElement('canvas');
      canvas.id = 'drawn-by-browser';
      const [width, height] = [innerWidth, 60];
      [canvas.width, canvas.height] = [width * devicePixelRatio, height * devicePixelRatio];
      canvas.style.cssText = `position: fixed; left: 0; top: 0; width: ${width}px; height: ${height}px; z-index: 9999`;
      const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
      context.fillStyle = ground;
      context.fillRect(0, 0, canvas.width, canvas.height);
      Object.assign(context, {
        font,
        direction,
        textAlign: 'left',
        textRendering: 'geometricPrecision',
      });
      context.fillStyle = ink;
      context.fillText(words, 20 * devicePixelRatio + x, 35 * devicePixelRatio + y);
      document.body.append(canvas);
      return { x: 0, y: 0, width, height };
    },
    text,
    pen,
  );
  const picture = await look(page, box);
  await page.evaluate(() => document.getElementById('drawn-by-browser')?.remove());
  return picture;
}

/** @param {Picture} picture @param {number} x @param {number} y */
const pixelOf = (picture, x, y) => {
  const at = 4 * (y * picture.width + x);
  return [picture.data[at], picture.data[at + 1], picture.data[at + 2]];
};

/** @param {number[]} a @param {number[]} b */
const distance = (a, b) => Math.max(...a.map((part, index) => Math.abs(part - b[index])));

/**
 * The smallest part of the picture with everything in it that is not its ground, the colour of its corner.
 * @param {Picture} picture
 * @returns {Picture}
 */
export function inkOf(picture) {
  const ground = pixelOf(picture, 0, 0);
  let [left, top, right, bottom] = [picture.width, picture.height, -1, -1];
  for (let y = 0; y < picture.height; y++) {
    for (let x = 0; x < picture.width; x++) {
      if (distance(pixelOf(picture, x, y), ground) < VISIBLE) continue;
      [left, right] = [Math.min(left, x), Math.max(right, x)];
      [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
    }
  }
  const [width, height] = [Math.max(1, right - left + 1), Math.max(1, bottom - top + 1)];
  const ink = new PNG({ width, height });
  if (right >= 0) PNG.bitblt(/** @type {any} */ (picture), ink, left, top, width, height, 0, 0);
  return /** @type {Picture} */ (/** @type {unknown} */ (ink));
}

/**
 * How far two pictures of ink are apart: the mean distance of their pixels, 0 … 255; endless if their sizes differ
 * by more than the edges of letters do.
 * @param {Picture} a
 * @param {Picture} b
 */
export function inkDistance(a, b) {
  if (Math.abs(a.width - b.width) > 1 || Math.abs(a.height - b.height) > 1) return Infinity;
  const [width, height] = [Math.min(a.width, b.width), Math.min(a.height, b.height)];
  const shifts = [0, 1].flatMap((x) => [0, 1].map((y) => ({ x, y })));
  const sums = shifts.map(({ x: dx, y: dy }) => {
    let sum = 0;
    const [fromA, fromB] = [
      { x: a.width > width ? dx : 0, y: a.height > height ? dy : 0 },
      { x: b.width > width ? dx : 0, y: b.height > height ? dy : 0 },
    ];
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++)
        sum += distance(pixelOf(a, x + fromA.x, y + fromA.y), pixelOf(b, x + fromB.x, y + fromB.y));
    }
    return sum / (width * height);
  });
  return Math.min(...sums);
}
