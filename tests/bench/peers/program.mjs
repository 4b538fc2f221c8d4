// tests/bench/program, under Node: what Weft's library takes without a browser around it.

import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { options } from '../options.mjs';

/**
 * @typedef {{HEAPU8: Uint8Array, _weft_bench_allocate: (size: number) => number} & Record<string, any>} Program
 */

/** @type {Map<string, Promise<Program>>} */
const loading = new Map();

/** @param {string} name @returns {Promise<Program>} */
export function loadProgram(name = 'bench_program') {
  const url = pathToFileURL(join(options.program, `${name}.mjs`)).href;
  const found = loading.get(name) ?? import(url).then(({ default: createProgram }) => createProgram());
  loading.set(name, found);
  return found;
}

/**
 * The figures that an exported function of a program answers, now or later.
 * @param {Program} program
 * @param {string} name
 * @param {number[]} given
 * @returns {Promise<number[]>}
 */
export function call(program, name, ...given) {
  return new Promise((resolve) => {
    program.onAnswer = resolve;
    program[`_weft_bench_${name}`](...given);
  });
}

/** @param {string} name @param {number[]} given */
export const callProgram = async (name, ...given) => call(await loadProgram(), name, ...given);
