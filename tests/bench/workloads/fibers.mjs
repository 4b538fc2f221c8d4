import { call, loadProgram } from '../peers/program.mjs';
import { compared } from '../results.mjs';
import { measuredOf } from '../rounds.mjs';

const ROUNDS = 7;
const SWAPS = 1_000_000;
const LIVES = 100_000;
const LIVE_AT_ONCE = 10_000;

/**
 * What a function answers in several programs, which take turns.
 * @param {import('../peers/program.mjs').Program[]} programs
 * @param {string} name
 * @param {number} count
 */
async function figures(programs, name, count) {
  const values = programs.map(() => /** @type {number[]} */ ([]));
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [index, program] of programs.entries()) {
      const [value] = await call(program, name, count);
      if (!(value >= 0)) throw new Error(`${name} went wrong`);
      if (round > 0) values[index].push(value);
    }
  }
  return values.map((ofProgram) => measuredOf(name, ofProgram));
}

export async function fibers() {
  const weft = await loadProgram();
  const both = [weft, await loadProgram('bench_program_emscripten_swap')];
  const [generator, otherGenerator] = await figures(both, 'generate', SWAPS);
  const [watched] = await figures([weft], 'generate_watched', SWAPS);
  const [clock] = await figures([weft], 'ask_clock', SWAPS);
  const [turns, otherTurns] = await figures(both, 'take_turns', SWAPS);
  const [lives, otherLives] = await figures(both, 'spawn', LIVES);
  const [memory] = await figures([weft], 'memory', LIVE_AT_ONCE);
  const [coroutines] = await figures([weft], 'coroutine_generate', SWAPS);
  const [coroutineLives] = await figures([weft], 'coroutine_spawn', LIVES);
  const [coroutineMemory] = await figures([weft], 'coroutine_memory', LIVE_AT_ONCE);
  const peer = 'C++20 coroutine';
  const other = 'Emscripten’s own swap';
  const unit = 'ns';
  return [
    compared('fiber, round trip', peer, generator, coroutines, { unit }),
    compared('fiber, round trip', other, generator, otherGenerator, { unit }),
    compared('fiber, round trip', 'limit of 250 ns', generator, measuredOf('limit', [250]), {
      unit,
      target: 1,
    }),
    compared('fiber, round trip, watched', 'nobody watching', watched, generator, { unit }),
    compared('fiber, round trip, watched', 'the clock alone', watched, clock, { unit }),
    compared('fiber, turn by the queue', other, turns, otherTurns, { unit }),
    compared('fiber, spawn to finish', peer, lives, coroutineLives, { unit }),
    compared('fiber, spawn to finish', other, lives, otherLives, { unit }),
    compared('fiber, memory of one of 10,000', peer, memory, coroutineMemory, { unit: 'bytes' }),
  ];
}
