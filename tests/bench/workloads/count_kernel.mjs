import { readFile } from 'node:fs/promises';
import { dataOf } from '../data/expected.mjs';
import { callProgram, loadProgram } from '../peers/program.mjs';
import { compared, of } from '../results.mjs';
import { measure } from '../rounds.mjs';

const ROUNDS = 15;
/** Node runs a function for a while before it compiles it well: 19 ms a pass becomes 6. */
const WARMING_PASSES = 60;

export async function countKernel() {
  const { paths, expected } = await dataOf('block');
  const program = await loadProgram();
  const text = await readFile(paths[0]);
  const from = program._weft_bench_allocate(text.length);
  const to = program._weft_bench_allocate(text.length);
  program.HEAPU8.set(text, from);
  const last = text[text.length - 1];
  for (let pass = 0; pass < WARMING_PASSES; pass++) await callProgram('count', from, text.length);
  const measured = await measure(
    [
      {
        name: 'weft',
        async run() {
          const [ms, lines, words, , longestLine, isUtf8] = await callProgram('count', from, text.length);
          return { ms, answer: { lines, words, longestLine, isUtf8 } };
        },
      },
      {
        name: 'memcpy',
        async run() {
          const [ms, copied] = await callProgram('copy', to, from, text.length);
          return { ms, answer: { last: copied } };
        },
      },
    ],
    { ...expected, last, isUtf8: 1 },
    ROUNDS,
  );
  return [compared('count-kernel', 'memcpy', of(measured, 'weft'), of(measured, 'memcpy'), { target: 0.8 })];
}
