import { checkWhole } from './misuse.js';

/**
 * @typedef {import('./weft.js').WeftModule} WeftModule
 * @typedef {import('./weft.js').LineStepper} Stepper
 * @typedef {import('./weft.js').Line} Line
 */

const MOST_LINES_AT_ONCE = 1_000_000;

/** A script that forgets to close a stepper keeps its files open until the garbage collector finds it. */
const forgotten = new FinalizationRegistry((/** @type {() => void} */ close) => close());

/** @implements {Stepper} */
export class LineStepper {
  #module;
  #number;
  #isClosed = false;

  /** @param {WeftModule} module @param {string[]} paths  none: all files of the list */
  constructor(module, paths) {
    const number = module.openStepper(paths);
    this.#module = module;
    this.#number = number;
    forgotten.register(this, () => module.closeStepper(number), this);
  }

  /** @param {number} [count] @returns {Promise<Line[]>} */
  async next(count = 1) {
    checkWhole(count, 'count', [0, MOST_LINES_AT_ONCE]);
    if (this.#isClosed) return [];
    return new Promise((resolve) => {
      this.#module.step(this.#number, count, (lines) => this.#answer(resolve, lines));
    });
  }

  /**
   * The program holds on to this until it has answered, so nobody who waits loses the stepper to the garbage collector.
   * @param {(lines: Line[]) => void} resolve
   * @param {Line[]} lines
   */
  #answer(resolve, lines) {
    resolve(lines);
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
