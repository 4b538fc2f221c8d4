// Weft's side is its library in the page, on the very File that the plain JavaScript reads: the page's own stepper makes
// objects of JavaScript, which is another thing.

import { runPython } from '../peers/native.mjs';
import { bestOf, compared, of } from '../results.mjs';
import { measure } from '../rounds.mjs';
import { readersOn } from './reading.mjs';

const ROUNDS = 9;
const READERS = ['readSlices', 'readStreams'];
const CHUNK_BYTES = 2 ** 20;

/** @param {import('../stage.mjs').Stage} stage */
export async function lines(stage) {
  const { paths, expected } = await stage.upload('lines');
  const measured = await measure(
    [
      { name: 'weft', run: () => stage.time('iterateLines', 'lines', { chunkBytes: CHUNK_BYTES }) },
      { name: 'plain-js', run: () => stage.time('iterateWithPlainJs', 'lines') },
      ...readersOn(stage, 'lines', READERS),
      { name: 'python', run: () => runPython('iterate_lines.py', paths) },
    ],
    expected,
    ROUNDS,
  );
  const weft = of(measured, 'weft');
  return [
    compared('lines', 'plain-js', weft, of(measured, 'plain-js'), { target: 10 }),
    compared('lines', 'raw-ceiling', weft, bestOf(measured, READERS)),
    compared('lines', 'python', weft, of(measured, 'python'), { target: 2 }),
  ];
}
