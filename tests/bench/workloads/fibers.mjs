import { callProgram } from '../peers/program.mjs';
import { alone, compared } from '../results.mjs';
import { measuredOf } from '../rounds.mjs';

const ROUNDS = 7;
const SWAPS = 1_000_000;
const LIVES = 100_000;
const LIVE_AT_ONCE = 10_000;

/** @param {string} name @param {number} count */
async function figure(name, count) {
  const values = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const [value] = await callProgram(name, count);
    if (!(value >= 0)) throw new Error(`${name} went wrong`);
    if (round > 0) values.push(value);
  }
  return measuredOf(name, values);
}

export async function fibers() {
  const generator = await figure('generate', SWAPS);
  const turns = await figure('take_turns', SWAPS);
  const lives = await figure('spawn', LIVES);
  const memory = await figure('memory', LIVE_AT_ONCE);
  const peer = 'C++20 coroutine';
  return [
    compared('fiber, round trip', peer, generator, await figure('coroutine_generate', SWAPS), { unit: 'ns' }),
    compared('fiber, spawn to finish', peer, lives, await figure('coroutine_spawn', LIVES), { unit: 'ns' }),
    compared('fiber, memory of one of 10,000', peer, memory, await figure('coroutine_memory', LIVE_AT_ONCE), {
      unit: 'bytes',
    }),
    compared('fiber, round trip', 'limit of 250 ns', generator, measuredOf('limit', [250]), {
      unit: 'ns',
      target: 1,
    }),
    alone('fiber, turn by the queue', 'a yield and the way back', turns, { unit: 'ns' }),
  ];
}
