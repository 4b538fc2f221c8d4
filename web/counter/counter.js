// The counting code of src/text, as a worker has it: weft_counter.wasm (src/counter/main.cpp).

/**
 * @typedef {object} Program
 * @property {WebAssembly.Memory} memory
 * @property {() => void} _initialize
 * @property {(mostUnpackedBytes: number) => number} weft_counter_make  0 for lack of memory
 * @property {(counter: number) => void} weft_counter_free
 * @property {(size: number) => number} weft_counter_buffer  0 for lack of memory
 * @property {(counter: number, size: number, passes: number) => void} weft_counter_add
 * @property {(counter: number) => number} weft_counter_unpacks
 * @property {(counter: number) => number} weft_counter_has_trouble
 * @property {(counter: number) => number} weft_counter_figures
 * @property {() => number} weft_counter_figure_count
 */

/** @type {Program} */
let program;

/** @param {WebAssembly.Module} module */
export function startProgram(module) {
  const imports = { env: { emscripten_notify_memory_growth: () => {} } };
  program = /** @type {any} */ (new WebAssembly.Instance(module, imports).exports);
  program._initialize();
}

/** @param {number} address */
function checked(address) {
  if (address) return address;
  throw Object.assign(new Error('no memory is left for a chunk'), { name: 'NoMemory' });
}

/** Counts one file that comes in chunks. */
export class Counter {
  #counter;

  /** @param {number} chunkBytes @param {number} size of the file @param {number} mostUnpackedBytes */
  constructor(chunkBytes, size, mostUnpackedBytes) {
    checked(program.weft_counter_buffer(Math.min(chunkBytes, size)));
    this.#counter = checked(program.weft_counter_make(mostUnpackedBytes));
  }

  /** @param {Uint8Array} chunk @param {number} passes */
  add(chunk, passes) {
    const buffer = checked(program.weft_counter_buffer(chunk.length));
    new Uint8Array(program.memory.buffer, buffer, chunk.length).set(chunk);
    program.weft_counter_add(this.#counter, chunk.length, passes);
  }

  /** No chunk follows. @param {number} passes */
  finish(passes) {
    program.weft_counter_add(this.#counter, 0, passes);
  }

  /** Whether it is a compressed file: a little of it may be very much text. */
  get unpacks() {
    return Boolean(program.weft_counter_unpacks(this.#counter));
  }

  /** Nothing more will be found; the figures tell why. */
  get hasTrouble() {
    return Boolean(program.weft_counter_has_trouble(this.#counter));
  }

  /** As src/text/packed_counts.hpp has them. */
  get figures() {
    const address = program.weft_counter_figures(this.#counter);
    return new Float64Array(program.memory.buffer, address, program.weft_counter_figure_count()).slice();
  }

  free() {
    program.weft_counter_free(this.#counter);
  }
}
