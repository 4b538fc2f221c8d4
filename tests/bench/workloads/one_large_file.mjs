import { runWc } from '../peers/native.mjs';
import { bestOf, compared, of } from '../results.mjs';
import { measure } from '../rounds.mjs';
import { SETTINGS, readersOn, weftOn } from './reading.mjs';

// No browser has a buffer for all of it.
const READERS = ['readSlices', 'readStreams'];
const ROUNDS = 3;

/** @param {import('../stage.mjs').Stage} stage */
export async function oneLargeFile(stage) {
  const { paths, expected } = await stage.upload('one');
  await stage.time('takeFiles', 'one');
  const measured = await measure(
    [
      weftOn(stage, 'one', SETTINGS),
      ...readersOn(stage, 'one', READERS),
      { name: 'gnu-wc', rounds: 1, run: () => runWc(paths) },
    ],
    expected,
    ROUNDS,
  );
  const ceiling = bestOf(measured, READERS);
  const note = `the best was ${ceiling.name}`;
  return [
    compared('one-large-file', 'raw-ceiling', of(measured, 'weft'), ceiling, { note }),
    compared('one-large-file', 'gnu-wc', of(measured, 'weft'), of(measured, 'gnu-wc')),
  ];
}
