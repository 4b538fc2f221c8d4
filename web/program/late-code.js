// The code that the first frame does not wait for is a module of its own: cmake/late-functions.txt says which. It shares
// memory and table with the program, and puts its functions where the program holds places for them.

import { fetchPart } from '../reading/late-part.js';

/** What stands in these places until then. Nothing calls it: the program draws, and is started when all of it is there. */
export const placeholders = new Proxy(
  {},
  {
    get: (_, place) => () => {
      // As one of the program's own faults, so that the page stops, whoever called.
      throw new WebAssembly.RuntimeError(
        `The function in place ${String(place)} was called before it was there.`,
      );
    },
  },
);

/**
 * @param {URL} url
 * @param {WebAssembly.Exports} program
 * @returns {Promise<unknown>} rejects if it does not come, or not as it should
 */
export async function addLateCode(url, program) {
  const code = await (await fetchPart(url)).arrayBuffer();
  return WebAssembly.instantiate(code, { primary: program });
}
