// Programs of this machine that do the same to the same files.

import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { options } from '../options.mjs';
import { aiofilesDirectory } from './aiofiles.mjs';

/** @typedef {import('../rounds.mjs').Sample} Sample */

/**
 * @param {string} program
 * @param {string[]} words
 * @param {string} input
 * @param {NodeJS.ProcessEnv} environment
 */
async function outputOf(program, words, input, environment) {
  const child = spawn(program, words, {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, ...environment },
  });
  child.stdin.end(input);
  return text(child.stdout);
}

/**
 * Python takes its time itself, so its start does not count.
 * @param {string} script
 * @param {string[]} paths
 * @returns {Promise<Sample>}
 */
export async function runPython(script, paths) {
  const file = fileURLToPath(new URL(script, import.meta.url));
  const output = await outputOf(options.python, [file], JSON.stringify(paths), {
    PYTHONPATH: (await aiofilesDirectory()) ?? '',
  });
  const { ms, ...answer } = JSON.parse(output);
  return { ms, answer };
}

/**
 * In the locale in which wc is fastest and a word is what it is to Weft.
 * @param {string[]} paths
 * @returns {Promise<Sample>}
 */
export async function runWc(paths) {
  const begun = performance.now();
  const output = await outputOf('wc', ['-lw', '--', ...paths], '', { LC_ALL: 'C' });
  const ms = performance.now() - begun;
  const sums = output.trim().split('\n').at(-1)?.trim().split(/ +/) ?? [];
  return { ms, answer: { lines: Number(sums[0]), words: Number(sums[1]) } };
}
