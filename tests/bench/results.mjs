// What is kept of a measurement.

/**
 * @typedef {import('./rounds.mjs').Measured} Measured
 * @typedef {{weft: [number, number], peer: [number, number] | null}} Spread least and most
 * @typedef {object} Result
 * @property {string} workload
 * @property {string} peer
 * @property {number} weft
 * @property {number | null} peerValue null where Weft's figure stands alone, or the peer is missing
 * @property {string} unit
 * @property {number | null} speedup the peer's time by Weft's
 * @property {Spread} spread
 * @property {number | null} target what the speed-up must reach
 * @property {number} rounds of the peer
 * @property {string} [note]
 */

/** @param {Measured} measured @returns {[number, number]} */
const rangeOf = ({ least, most }) => [least, most];

/**
 * @param {string} workload
 * @param {string} peer
 * @param {Measured} weft
 * @param {Measured} other
 * @param {{target?: number, unit?: string, note?: string}} [more]
 * @returns {Result}
 */
export function compared(workload, peer, weft, other, { target, unit = 'ms', note } = {}) {
  return {
    workload,
    peer,
    weft: weft.median,
    peerValue: other.median,
    unit,
    speedup: other.median / weft.median,
    spread: { weft: rangeOf(weft), peer: rangeOf(other) },
    target: target ?? null,
    rounds: other.values.length,
    ...(note ? { note } : {}),
  };
}

/**
 * @param {string} workload
 * @param {string} peer what the figure is of, or who is missing
 * @param {Measured} weft
 * @param {{unit?: string, note?: string}} [more]
 * @returns {Result}
 */
export function alone(workload, peer, weft, { unit = 'ms', note } = {}) {
  return {
    workload,
    peer,
    weft: weft.median,
    peerValue: null,
    unit,
    speedup: null,
    spread: { weft: rangeOf(weft), peer: null },
    target: null,
    rounds: weft.values.length,
    ...(note ? { note } : {}),
  };
}

/** The fastest of several ways. @param {Map<string, Measured>} measured @param {string[]} names */
export function bestOf(measured, names) {
  return names
    .map((name) => of(measured, name))
    .reduce((best, each) => (each.median < best.median ? each : best));
}

/** @param {Map<string, Measured>} measured @param {string} name */
export function of(measured, name) {
  const found = measured.get(name);
  if (!found) throw new Error(`nobody measured ${name}`);
  return found;
}
