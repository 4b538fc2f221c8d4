// What the bench calls in the page, by name, with the files of a data set.

import { iterateLines, iterateRows } from './library.js';
import { parseWithPapa } from './papa.js';
import { countWithPlainJs, iterateWithPlainJs } from './plain_js.js';
import { countWithPython, startPython } from './python.js';
import { readSlices, readStreams, readWhole } from './readers.js';
import { readTables, runWeft, takeFiles } from './weft_runs.js';

/** @type {Record<string, (files: File[], options: any) => unknown>} */
const works = {
  countWithPlainJs,
  countWithPython,
  iterateLines,
  iterateRows,
  iterateWithPlainJs,
  parseWithPapa,
  readSlices: async (files) => ({ bytes: await readSlices(files) }),
  readStreams: async (files) => ({ bytes: await readStreams(files) }),
  readTables,
  readWhole: async (files) => ({ bytes: await readWhole(files) }),
  runWeft,
  startPython,
  takeFiles,
};

/** @type {Map<string, File[]>} */
const sets = new Map();

/** @param {string} set @param {File[]} files */
export const keepFiles = (set, files) => void sets.set(set, files);

/**
 * Does one of the works and takes its time.
 * @param {string} work
 * @param {string} set
 * @param {unknown} options
 */
export async function time(work, set, options) {
  const files = sets.get(set) ?? [];
  const begun = performance.now();
  const answer = await works[work](files, options);
  return { ms: performance.now() - begun, answer };
}
