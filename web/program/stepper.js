import { failure } from './failure.js';
import { checkWhole } from './misuse.js';

/** @typedef {import('./weft.js').WeftModule} WeftModule */

const MOST_AT_ONCE = 1_000_000;

/** A script that forgets to close a stepper keeps its files open until the garbage collector finds it. */
const forgotten = new FinalizationRegistry((/** @type {() => void} */ close) => close());

/**
 * Steps lines, or the rows of a CSV file.
 * @template {import('./weft.js').Line | import('./weft.js').Row} Item
 */
export class Stepper {
  #module;
  #number;
  #isClosed = false;

  /** @param {WeftModule} module @param {string[]} paths  none: all files of the list @param {boolean} isOfRows */
  constructor(module, paths, isOfRows) {
    const number = module.openStepper(paths, isOfRows);
    this.#module = module;
    this.#number = number;
    forgotten.register(this, () => module.closeStepper(number), this);
  }

  /** @param {number} [count] @returns {Promise<Item[]>} */
  async next(count = 1) {
    checkWhole(count, 'count', [0, MOST_AT_ONCE]);
    if (this.#isClosed) return [];
    return new Promise((resolve, reject) => {
      this.#module.step(
        this.#number,
        count,
        (items) => this.#answer(resolve, /** @type {Item[]} */ (items)),
        (code, message) => this.#answer(reject, failure(code, message)),
      );
    });
  }

  /**
   * The program holds on to this until it has answered, so nobody who waits loses the stepper to the garbage collector.
   * @template Value
   * @param {(value: Value) => void} settle
   * @param {Value} value
   */
  #answer(settle, value) {
    settle(value);
  }

  close() {
    if (this.#isClosed) return;
    this.#isClosed = true;
    forgotten.unregister(this);
    this.#module.closeStepper(this.#number);
  }

  get state() {
    return this.#isClosed ? 'closed' : this.#module.stepperState(this.#number);
  }
}
