import { alone } from '../results.mjs';
import { measuredOf, medianOf } from '../rounds.mjs';

const ROUNDS = 5;

/** Runs whose estimates are put to the test: slow reads, quick ones, and much to compute. */
const RUNS = [
  { name: 'added latency', settings: { mode: 'async', concurrency: 4, latencyMs: 20 } },
  { name: 'no latency', settings: { mode: 'async', concurrency: 4, latencyMs: 0 } },
  { name: 'computing', settings: { mode: 'async', concurrency: 4, latencyMs: 0, cpuPasses: 50 } },
  { name: 'sync, added latency', settings: { mode: 'sync', latencyMs: 20 } },
];

/** @param {{mode?: string, concurrency?: number}} change */
const titleOf = ({ mode, concurrency }) => (concurrency ? `${concurrency} at once` : String(mode));

/**
 * How many times as long the run took as was estimated, or the other way round: 1 where the estimate is right.
 * @param {number} estimated @param {number} measured
 */
const errorOf = (estimated, measured) => Math.max(estimated / measured, measured / estimated);

/** How good the estimates of a run are, over the page's samples. @param {import('../stage.mjs').Stage} stage */
export async function estimates(stage) {
  const { page } = stage;
  if (!page) throw new Error('there is no page');
  const results = [];
  /** @type {number[]} */
  const all = [];
  for (const { name, settings } of RUNS) {
    /** @type {Map<string, number[]>} */
    const errors = new Map();
    for (let round = 0; round <= ROUNDS; round++) {
      const found = await page.evaluate(async (told) => {
        const { weft } = globalThis;
        const base = /** @type {import('../../../web/program/weft.js').Settings} */ (weft.configure(told));
        const report = await weft.run(base);
        const measured = [];
        for (const estimate of report.estimates) {
          const { wallMs } = await weft.run({ ...base, ...estimate.settings });
          measured.push({ ...estimate, measured: wallMs });
        }
        return measured;
      }, /** @type {Partial<import('../../../web/program/weft.js').Settings>} */ (settings));
      // Workers start in the first round.
      if (round === 0) continue;
      for (const { settings: change, wallMs, measured } of found) {
        const title = titleOf(change);
        errors.set(title, [...(errors.get(title) ?? []), errorOf(wallMs, measured)]);
      }
    }
    for (const [title, values] of errors) {
      all.push(...values);
      results.push(alone(`estimates, ${name}`, title, measuredOf(title, values), { unit: 'times off' }));
    }
  }
  const off = measuredOf('all', all);
  return [
    ...results,
    alone(
      'estimates',
      `all, median of ${all.length}`,
      { ...off, median: medianOf(all) },
      { unit: 'times off' },
    ),
  ];
}
