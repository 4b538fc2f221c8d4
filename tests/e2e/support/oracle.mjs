// The figures that the page must show: counted by Python, on the bytes as they are on the disk.

import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

/** @typedef {{bytes: number, lines: number, words: number, chars: number, longestLine: number}} Figures */

const SCRIPT = fileURLToPath(new URL('./oracle.py', import.meta.url));

/**
 * @param {string[]} paths
 * @returns {Promise<Figures[]>}
 */
export async function countWithPython(paths) {
  const python = spawn('python3', [SCRIPT], { stdio: ['pipe', 'pipe', 'inherit'] });
  python.stdin.end(JSON.stringify(paths));
  const answer = await text(python.stdout);
  return JSON.parse(answer);
}

/**
 * The part of a row that Python can tell too.
 * @param {Figures} row
 * @returns {Figures}
 */
export const figuresOf = ({ bytes, lines, words, chars, longestLine }) => ({
  bytes,
  lines,
  words,
  chars,
  longestLine,
});

/**
 * @typedef {object} Encoded
 * @property {Figures} figures
 * @property {string} encoding
 * @property {'gzip'} [compression]
 * @property {string} [code]  of the error
 * @property {string} [words]  a part of its sentence
 */

/**
 * Writes files in several encodings, and says what must be found in each.
 * @param {string} directory
 * @returns {Promise<Record<string, Encoded>>}
 */
export async function encodedFiles(directory) {
  const script = fileURLToPath(new URL('./encoded.py', import.meta.url));
  const python = spawn('python3', ['-B', script, directory], { stdio: ['ignore', 'pipe', 'inherit'] });
  return JSON.parse(await text(python.stdout));
}
