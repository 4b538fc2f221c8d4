// Compresses what a visitor downloads, for hosts that serve precompressed files (page.js beside page.js.br).

import { readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

/** The folder of a version's parts: what is in it is called the same in every version. */
const VERSION = /^parts-[0-9a-f]+[/\\]/;

const COMPRESSIBLE = /(\.(html|css|js|wasm|svg|webmanifest)|[/\\]code\.txt)$/;
/** Compressed already. */
const AS_IT_IS = /\.woff2$/;
const compress = promisify(brotliCompress);

/** @param {string} site @returns {Promise<string[]>} what a page load may ask for: not the sources that exercises link to */
async function downloads(site) {
  const entries = await readdir(site, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .filter((path) => COMPRESSIBLE.test(path) || AS_IT_IS.test(path))
    .filter((path) => !relative(site, path).startsWith('source'));
}

/** @param {string} path */
async function compressFile(path) {
  const plain = await readFile(path);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
    [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
  };
  await writeFile(`${path}.br`, await compress(plain, { params }));
}

/** Writes a compressed file beside each that can be compressed. @param {string} site */
export async function compressSite(site) {
  const paths = await downloads(site);
  await Promise.all(paths.filter((path) => !AS_IT_IS.test(path)).map(compressFile));
}

/**
 * @param {string} site  that is compressed
 * @returns {Promise<{name: string, plain: number, travelling: number}[]>} what a visitor downloads, the largest first
 */
export async function downloadSizes(site) {
  const sizes = (await downloads(site)).map(async (path) => ({
    name: relative(site, path).replace(VERSION, ''),
    plain: (await stat(path)).size,
    travelling: (await stat(AS_IT_IS.test(path) ? path : `${path}.br`)).size,
  }));
  return (await Promise.all(sizes)).sort((one, other) => other.travelling - one.travelling);
}
