// Compresses what a visitor downloads, for hosts that serve precompressed files (page.js beside page.js.br), and holds
// what travels against two budgets: a slow line waits for what comes before the first frame, and pays for the rest.

import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

/** Bytes as they travel: of what the first frame waits for, and of all that a visit may ask for. */
const BUDGETS = [
  { name: 'before the first frame', budget: 340_000, counts: isWantedAtOnce },
  { name: 'the whole page', budget: 400_000, counts: () => true },
];

/** Parts that are fetched when somebody asks for workers. */
const WANTED_LATER = /^(count-worker\.js|weft_counter\.wasm)$/;
/** The folder of a version's parts: what is in it is called the same in every version. */
const VERSION = /^parts-[0-9a-f]+[/\\]/;

/** @param {string} name */
function isWantedAtOnce(name) {
  return !WANTED_LATER.test(name);
}

const COMPRESSIBLE = /\.(html|css|js|wasm|svg|webmanifest)$/;
/** Compressed already. */
const FONT = /\.woff2$/;
const compress = promisify(brotliCompress);

/** @param {string} site @returns {Promise<string[]>} what a page load may ask for: not the sources that exercises link to */
async function downloads(site) {
  const entries = await readdir(site, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && (COMPRESSIBLE.test(entry.name) || FONT.test(entry.name)))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .filter((path) => !relative(site, path).startsWith('source'));
}

/** @param {string} path @returns {Promise<{plain: number, travelling: number}>} */
async function compressFile(path) {
  const plain = await readFile(path);
  if (FONT.test(path)) return { plain: plain.length, travelling: plain.length };
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
    [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
  };
  const compressed = await compress(plain, { params });
  await writeFile(`${path}.br`, compressed);
  return { plain: plain.length, travelling: compressed.length };
}

/**
 * Writes a compressed file beside each that can be compressed.
 * @param {string} site
 * @returns {Promise<{name: string, plain: number, travelling: number}[]>} what a visitor downloads, the largest first
 */
export async function compressDownloads(site) {
  const paths = await downloads(site);
  const sizes = await Promise.all(
    paths.map(async (path) => ({
      name: relative(site, path).replace(VERSION, ''),
      ...(await compressFile(path)),
    })),
  );
  return sizes.sort((one, other) => other.travelling - one.travelling);
}

/**
 * Prints a line a file. Throws if the page is over one of its budgets.
 * @param {string} site
 */
export async function compressSite(site) {
  const sizes = await compressDownloads(site);
  for (const { name, plain, travelling } of sizes.filter((size) => size.travelling > 1000))
    console.log(`${name.padEnd(44)} ${String(plain).padStart(9)} ${String(travelling).padStart(8)} brotli`);
  for (const { name, budget, counts } of BUDGETS) {
    const parts = sizes.filter((size) => counts(size.name));
    const bytes = parts.reduce((sum, { travelling }) => sum + travelling, 0);
    console.log(`${name.padEnd(44)} ${''.padStart(9)} ${String(bytes).padStart(8)} of ${budget}`);
    if (bytes > budget) throw new Error(`${name}: ${bytes - budget} bytes over the budget of ${budget}`);
  }
}
