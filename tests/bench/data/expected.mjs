// The figures that every contender must come to: counted by Python, once, on the bytes as they are on the disk.

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { options } from '../options.mjs';
import { directoryOf, makeSet, pathsOf, setNamed } from './sets.mjs';

/**
 * @typedef {import('./sets.mjs').DataSet} DataSet
 * @typedef {{bytes: number, lines: number, words: number, longestLine: number, rows: number, fields: number}} Figures
 * @typedef {{set: DataSet, directory: string, paths: string[], expected: Figures}} Data
 */

const SCRIPT = fileURLToPath(new URL('./expected.py', import.meta.url));

/** @param {DataSet} set @returns {Promise<Figures>} */
async function countWithPython(set) {
  const python = spawn(options.python, [SCRIPT, set.table ? 'table' : 'text'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  python.stdin.end(JSON.stringify(pathsOf(set)));
  return JSON.parse(await text(python.stdout));
}

/** What repeats a block is too large for Python to split, but its figures follow. @param {DataSet} set */
async function countByBlocks({ repeats = 1 }) {
  const { bytes, lines, words, longestLine, ...rest } = (await dataOf('block')).expected;
  return { ...rest, bytes: bytes * repeats, lines: lines * repeats, words: words * repeats, longestLine };
}

/** Makes the files, if need be. @param {string} name @returns {Promise<Data>} */
export async function dataOf(name) {
  const set = setNamed(name);
  await makeSet(set);
  const kept = `${directoryOf(set)}.json`;
  if (!existsSync(kept)) {
    const counted = await (set.repeats ? countByBlocks(set) : countWithPython(set));
    await writeFile(kept, JSON.stringify(counted));
  }
  const expected = JSON.parse(await readFile(kept, 'utf8'));
  return { set, directory: directoryOf(set), paths: pathsOf(set), expected };
}
