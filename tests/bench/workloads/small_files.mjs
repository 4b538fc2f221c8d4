import { aiofilesDirectory } from '../peers/aiofiles.mjs';
import { runPython } from '../peers/native.mjs';
import { alone, compared, of } from '../results.mjs';
import { measure } from '../rounds.mjs';
import { SETTINGS_FOR_SMALL, readersOn, weftOn, weftUndrawnOn } from './reading.mjs';

const ROUNDS = 9;

/** @param {import('../stage.mjs').Stage} stage */
export async function smallFiles(stage) {
  const { paths, expected } = await stage.upload('small');
  await stage.time('takeFiles', 'small');
  const hasAiofiles = (await aiofilesDirectory()) !== null;
  const measured = await measure(
    [
      weftOn(stage, 'small', SETTINGS_FOR_SMALL),
      weftOn(stage, 'small', {}, 'weft, by default'),
      weftUndrawnOn(stage, 'small', SETTINGS_FOR_SMALL),
      ...readersOn(stage, 'small', ['readWhole']),
      ...(hasAiofiles ? [{ name: 'python-aiofiles', run: () => runPython('aiofiles_count.py', paths) }] : []),
    ],
    expected,
    ROUNDS,
  );
  const weft = of(measured, 'weft');
  const ceiling = of(measured, 'readWhole');
  const python = measured.get('python-aiofiles');
  return [
    compared('small-files', 'raw-ceiling', weft, ceiling, { target: 1.4 }),
    python
      ? compared('small-files', 'python-aiofiles', weft, python, { target: 1 })
      : alone('small-files', 'python-aiofiles', weft, { note: 'this peer is missing here' }),
    compared('small-files, default settings', 'raw-ceiling', of(measured, 'weft, by default'), ceiling),
    compared('small-files, undrawn', 'raw-ceiling', of(measured, 'weft, undrawn'), ceiling),
  ];
}
