// One browser for all suites of a process: to start one, and to draw its first page, costs more than most tests do.

/** @typedef {import('./browsers.mjs').Launched} Launched */

export class SharedBrowser {
  #kind;
  #suites = 0;
  /** @type {Launched | undefined} */
  #launched;

  /** @param {import('./browsers.mjs').BrowserKind} kind */
  constructor(kind) {
    this.#kind = kind;
  }

  /** One more suite is to come; all of them are announced before the first one runs. */
  expectSuite() {
    this.#suites++;
  }

  /** The last suite closes the browser, which would keep the process from ending. */
  async endSuite() {
    if (--this.#suites === 0) await this.close();
  }

  /** @returns {Promise<Launched['browser']>} the one that runs, or another in place of one that has ended */
  async launch() {
    if (this.#launched && !this.#launched.browser.connected) await this.close();
    this.#launched ??= await this.#kind.launch();
    return this.#launched.browser;
  }

  /** Whoever launches next gets another. */
  async close() {
    const launched = this.#launched;
    this.#launched = undefined;
    await launched?.close();
  }
}
