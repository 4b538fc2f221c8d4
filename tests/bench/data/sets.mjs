// Which files there are, and of what.

import { existsSync } from 'node:fs';
import { mkdir, open, rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BUILD, options } from '../options.mjs';
import { makeTable } from './csv.mjs';
import { createTextMaker } from './text.mjs';

const MIB = 2 ** 20;

/** @type {(large: number, small: number) => number} */
const sized = (large, small) => (options.isSmall ? small : large);

export const DATA = join(BUILD, options.isSmall ? 'bench-data-small' : 'bench-data');
export const BLOCK_BYTES = sized(64, 4) * MIB;

/**
 * `repeats`: of the block; a set with neither that nor a table is cut from text of its own.
 * @typedef {{name: string, files: number, bytes: number, repeats?: number, table?: 'plain' | 'quoted'}} DataSet
 */

/** @type {DataSet[]} */
const SETS = [
  { name: 'block', files: 1, bytes: BLOCK_BYTES },
  { name: 'large', files: 8, bytes: BLOCK_BYTES },
  { name: 'small', files: sized(2000, 200), bytes: 16 * 1024 },
  { name: 'one', files: 1, bytes: 32 * BLOCK_BYTES, repeats: 32 },
  { name: 'lines', files: 1, bytes: 8 * BLOCK_BYTES, repeats: 8 },
  { name: 'csv-plain', files: 1, bytes: sized(200, 10) * MIB, table: 'plain' },
  { name: 'csv-quoted', files: 1, bytes: sized(200, 10) * MIB, table: 'quoted' },
];

export const FILE_COUNTS = options.isSmall ? [10, 100, 1000] : [10, 100, 1000, 10_000, 100_000];
for (const files of FILE_COUNTS) SETS.push({ name: `files-${files}`, files, bytes: 64 });

export const BYTE_SIZES = (options.isSmall ? [1, 4, 16, 64] : [1, 16, 256, 1024, 4096]).map(
  (mib) => mib * MIB,
);
for (const bytes of BYTE_SIZES) {
  const repeats = bytes / BLOCK_BYTES;
  SETS.push({ name: `bytes-${bytes / MIB}M`, files: 1, bytes, ...(repeats >= 1 ? { repeats } : {}) });
}

/** @param {string} name @returns {DataSet} */
export function setNamed(name) {
  const set = SETS.find((each) => each.name === name);
  if (!set) throw new Error(`no data set ${name}`);
  return set;
}

/** @param {DataSet} set */
export const directoryOf = ({ name }) => join(DATA, name);

/** @param {DataSet} set */
export function pathsOf(set) {
  const extension = set.table ? 'csv' : 'txt';
  const width = String(set.files - 1).length;
  return Array.from({ length: set.files }, (_, i) =>
    join(directoryOf(set), `${String(i).padStart(width, '0')}.${extension}`),
  );
}

/** @param {string} path @param {Buffer} block @param {number} repeats */
async function writeRepeated(path, block, repeats) {
  const file = await open(path, 'w');
  for (let i = 0; i < repeats; i++) await file.write(block);
  await file.close();
}

/** @param {DataSet} set */
async function writeSet(set) {
  const seed = 1 + SETS.indexOf(set);
  const paths = pathsOf(set);
  if (set.table) {
    await writeFile(paths[0], makeTable(set.table, set.bytes, seed));
  } else if (set.repeats) {
    await writeRepeated(paths[0], createTextMaker(1)(BLOCK_BYTES), set.repeats);
  } else {
    const makeText = createTextMaker(seed);
    for (const path of paths) await writeFile(path, makeText(set.bytes));
  }
}

/** A set is whole when its mark is there. @param {DataSet} set */
const markOf = (set) => `${directoryOf(set)}.made`;

/** @param {DataSet} set */
export async function makeSet(set) {
  if (existsSync(markOf(set))) return;
  console.error(`making ${set.name}: ${set.files} × ${set.bytes} bytes`);
  await rm(directoryOf(set), { recursive: true, force: true });
  await mkdir(directoryOf(set), { recursive: true });
  await needSpace(set);
  await writeSet(set);
  await writeFile(markOf(set), '');
}

/** Half as much again, as a block of the disk holds but one tiny file. @param {DataSet} set */
async function needSpace(set) {
  const { bavail, bsize } = await statfs(DATA);
  const wanted = 1.5 * set.files * Math.max(set.bytes, bsize);
  if (bavail * bsize < wanted) throw new Error(`no room for the data set ${set.name} (${wanted} bytes)`);
}
