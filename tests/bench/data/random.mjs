/**
 * The same numbers on every machine: below 1, from 0.
 * @param {number} seed
 * @returns {() => number}
 */
export function seededRandom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A whole number from 0. @param {() => number} random @param {number} below */
export const whole = (random, below) => Math.floor(random() * below);

/** @template T @param {() => number} random @param {readonly T[]} choices */
export const pick = (random, choices) => choices[whole(random, choices.length)];
