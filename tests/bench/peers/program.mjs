// tests/bench/program, under Node: what Weft's library takes without a browser around it.

import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { options } from '../options.mjs';

/**
 * @typedef {{HEAPU8: Uint8Array, _weft_bench_allocate: (size: number) => number} & Record<string, any>} Program
 */

/** @type {Promise<Program> | undefined} */
let loading;

/** @returns {Promise<Program>} */
export function loadProgram() {
  const url = pathToFileURL(join(options.program, 'bench_program.mjs')).href;
  loading ??= import(url).then(({ default: createProgram }) => createProgram());
  return loading;
}

/**
 * The figures that an exported function answers, now or later.
 * @param {string} name
 * @param {number[]} given
 * @returns {Promise<number[]>}
 */
export async function callProgram(name, ...given) {
  const program = await loadProgram();
  return new Promise((resolve) => {
    program.onAnswer = resolve;
    program[`_weft_bench_${name}`](...given);
  });
}
