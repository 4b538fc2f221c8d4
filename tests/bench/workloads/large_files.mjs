import { aiofilesDirectory } from '../peers/aiofiles.mjs';
import { runPython, runWc } from '../peers/native.mjs';
import { pyodideDirectory } from '../peers/pyodide.mjs';
import { alone, bestOf, compared, of } from '../results.mjs';
import { measure } from '../rounds.mjs';
import { SETTINGS, readersOn, weftOn, weftUndrawnOn } from './reading.mjs';

const READERS = ['readWhole', 'readSlices', 'readStreams'];
const ROUNDS = 9;
const SLOW_ROUNDS = 2;

/** @param {import('../stage.mjs').Stage} stage */
export async function largeFiles(stage) {
  const { paths, expected } = await stage.upload('large');
  await stage.time('takeFiles', 'large');
  const hasPyodide = (await pyodideDirectory()) !== null;
  if (hasPyodide) await stage.time('startPython', 'large');
  const hasAiofiles = (await aiofilesDirectory()) !== null;
  const measured = await measure(
    [
      weftOn(stage, 'large', SETTINGS),
      weftOn(stage, 'large', {}, 'weft, by default'),
      weftUndrawnOn(stage, 'large', SETTINGS),
      ...readersOn(stage, 'large', READERS),
      { name: 'gnu-wc', run: () => runWc(paths) },
      ...(hasAiofiles
        ? [{ name: 'python-aiofiles', rounds: SLOW_ROUNDS, run: () => runPython('aiofiles_count.py', paths) }]
        : []),
      { name: 'plain-js', rounds: SLOW_ROUNDS, run: () => stage.time('countWithPlainJs', 'large') },
      ...(hasPyodide
        ? [{ name: 'pyodide', rounds: SLOW_ROUNDS, run: () => stage.time('countWithPython', 'large') }]
        : []),
    ],
    expected,
    ROUNDS,
  );
  return resultsOf(measured);
}

/** @param {Map<string, import('../rounds.mjs').Measured>} measured */
function resultsOf(measured) {
  const weft = of(measured, 'weft');
  const ceiling = bestOf(measured, READERS);
  const note = `the best was ${ceiling.name}`;
  /** @param {string} peer @param {number} target */
  const against = (peer, target) => {
    const other = measured.get(peer);
    return other
      ? compared('large-files', peer, weft, other, { target })
      : alone('large-files', peer, weft, { note: 'this peer is missing here' });
  };
  return [
    compared('large-files', 'raw-ceiling', weft, ceiling, { target: 0.9, note }),
    against('gnu-wc', 1),
    against('python-aiofiles', 6),
    against('plain-js', 8),
    against('pyodide', 20),
    compared('large-files, default settings', 'raw-ceiling', of(measured, 'weft, by default'), ceiling, {
      note,
    }),
    compared('large-files, undrawn', 'raw-ceiling', of(measured, 'weft, undrawn'), ceiling, { note }),
  ];
}
