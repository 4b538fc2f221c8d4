import { BYTE_SIZES, FILE_COUNTS } from '../data/sets.mjs';
import { alone, compared } from '../results.mjs';
import { measure, measuredOf } from '../rounds.mjs';
import { SETTINGS_FOR_SMALL, weftOn } from './reading.mjs';

const ROUNDS = 5;
/** Of what takes many seconds. */
const SLOW_ROUNDS = 2;
const MIB = 2 ** 20;
/** How much more a file of 100,000 may cost than one of 1,000. */
const ALLOWED = 1.3;

/** @param {import('../stage.mjs').Stage} stage @param {string} set @param {number} [rounds] */
async function timeOf(stage, set, rounds = ROUNDS) {
  const { expected } = await stage.upload(set);
  await stage.time('takeFiles', set);
  const measured = await measure([weftOn(stage, set, SETTINGS_FOR_SMALL)], expected, rounds);
  return measured.get('weft')?.values ?? [];
}

/** @param {import('../stage.mjs').Stage} stage */
async function byFiles(stage) {
  /** @type {Map<number, import('../rounds.mjs').Measured>} */
  const perFile = new Map();
  for (const count of FILE_COUNTS) {
    const times = await timeOf(stage, `files-${count}`, count > 1000 ? SLOW_ROUNDS : ROUNDS);
    perFile.set(
      count,
      measuredOf(
        `${count} files`,
        times.map((ms) => (ms * 1000) / count),
      ),
    );
  }
  const results = [...perFile.values()].map((each) =>
    alone('scaling, by files', each.name, each, { unit: 'µs/file' }),
  );
  const base = perFile.get(1000);
  const most = perFile.get(100_000);
  if (base && most) {
    const more = { unit: 'µs/file', target: 1 / ALLOWED };
    results.push(compared('scaling, 100,000 files', 'the same of 1,000 files', most, base, more));
  }
  return results;
}

/** @param {import('../stage.mjs').Stage} stage */
async function byBytes(stage) {
  const results = [];
  for (const bytes of BYTE_SIZES) {
    const times = await timeOf(stage, `bytes-${bytes / MIB}M`, bytes > 2 ** 30 ? SLOW_ROUNDS : ROUNDS);
    const perMib = measuredOf(
      `${bytes / MIB} MiB`,
      times.map((ms) => (ms * 1000) / (bytes / MIB)),
    );
    results.push(alone('scaling, by bytes', perMib.name, perMib, { unit: 'µs/MiB' }));
  }
  return results;
}

/** @param {import('../stage.mjs').Stage} stage */
export async function scaling(stage) {
  const files = await byFiles(stage);
  await stage.freshPage();
  return [...files, ...(await byBytes(stage))];
}
