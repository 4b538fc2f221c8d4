// The page's run counts the rows and fields of a table; the library's sequence hands them out one by one.

import { compared, of } from '../results.mjs';
import { measure } from '../rounds.mjs';
import { SETTINGS } from './reading.mjs';

const ROUNDS = 5;
const CHUNK_BYTES = 2 ** 20;

/** @param {import('../stage.mjs').Stage} stage @param {string} set @param {boolean} fastMode */
async function oneTable(stage, set, fastMode) {
  const { expected } = await stage.upload(set);
  await stage.time('takeFiles', set);
  const measured = await measure(
    [
      { name: 'weft', run: () => stage.time('readTables', set, SETTINGS) },
      { name: 'rows', run: () => stage.time('iterateRows', set, { chunkBytes: CHUNK_BYTES }) },
      { name: 'papaparse', run: () => stage.time('parseWithPapa', set, { fastMode }) },
    ],
    expected,
    ROUNDS,
  );
  const papa = of(measured, 'papaparse');
  const peer = fastMode ? 'papaparse, fast mode' : 'papaparse, quoted';
  return [
    compared('csv', peer, of(measured, 'weft'), papa, { target: 8 }),
    compared('csv, row by row', peer, of(measured, 'rows'), papa),
  ];
}

/** @param {import('../stage.mjs').Stage} stage */
export async function csv(stage) {
  return [...(await oneTable(stage, 'csv-plain', true)), ...(await oneTable(stage, 'csv-quoted', false))];
}
