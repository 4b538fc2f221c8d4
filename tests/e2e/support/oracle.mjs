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
