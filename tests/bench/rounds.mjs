// Contenders take turns, round by round, so that what slows the machine down meets them all.

/**
 * @typedef {{ms: number, answer: Record<string, number>}} Sample
 * @typedef {object} Contender
 * @property {string} name
 * @property {() => Promise<Sample>} run
 * @property {number} [rounds] fewer than the others do, for a slow one, which then has no warm-up either
 * @typedef {{name: string, values: number[], median: number, least: number, most: number}} Measured
 */

/** @param {number[]} values */
export function medianOf(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Every figure that both know must be the same. @param {string} name @param {Sample} sample @param {object} expected */
function check(name, { answer }, expected) {
  let compared = 0;
  for (const [figure, value] of Object.entries(expected)) {
    if (!(figure in answer)) continue;
    compared++;
    if (answer[figure] !== value) throw new Error(`${name}: ${figure} ${answer[figure]} instead of ${value}`);
  }
  if (compared === 0) throw new Error(`${name}: an answer without a figure to check`);
}

/** @param {string} name @param {number[]} values @returns {Measured} */
export const measuredOf = (name, values) => ({
  name,
  values,
  median: medianOf(values),
  least: Math.min(...values),
  most: Math.max(...values),
});

/**
 * In what order the round goes: another one begins each time, and each follows another one. Who comes first after a
 * program that let the browser rest is slower by a third, so that must not be the same one always.
 * E. J. Williams, Experimental designs balanced for the estimation of residual effects of treatments, 1949.
 * @template T
 * @param {T[]} contenders
 * @param {number} round
 * @returns {T[]}
 */
function orderOf(contenders, round) {
  const count = contenders.length;
  const order = contenders.map((_, i) => {
    const step = i % 2 ? (i + 1) / 2 : count - i / 2;
    return contenders[(round + step) % count];
  });
  return count % 2 && round % 2 ? order.reverse() : order;
}

/**
 * @param {Contender[]} contenders
 * @param {object} expected figures
 * @param {number} rounds one more, the first, is thrown away
 * @returns {Promise<Map<string, Measured>>}
 */
export async function measure(contenders, expected, rounds) {
  /** @type {Map<string, number[]>} */
  const times = new Map(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const contender of orderOf(contenders, round)) {
      if (round > 0 ? round > (contender.rounds ?? rounds) : contender.rounds !== undefined) continue;
      const sample = await contender.run();
      check(contender.name, sample, expected);
      if (process.env.WEFT_BENCH_VERBOSE)
        console.error(
          `  ${round} ${contender.name} ${sample.ms.toFixed(1)} ms`,
          JSON.stringify(sample.answer),
        );
      if (round > 0) times.get(contender.name)?.push(sample.ms);
    }
  }
  return new Map([...times].map(([name, values]) => [name, measuredOf(name, values)]));
}
