// Collects everything that must not happen on pages while a test looks elsewhere.

/** What a browser says of what it does not let a page ask a server of another origin, or see of its answer. */
export const CROSS_ORIGIN =
  /^(console: (Access to |Refused to get unsafe header)|page error: Error: Cross-Origin Request Blocked)/;

/** @param {unknown} error */
const wordsOf = (error) => (error instanceof Error ? (error.stack ?? error.message) : String(error));

export class Troubles {
  #host;

  /** @param {string} host requests to other hosts are trouble too */
  constructor(host) {
    this.#host = host;
    /** @type {string[]} */
    this.seen = [];
    /** @type {RegExp[]} */
    this.expected = [];
    this.isOver = false;
  }

  /** @param {import('puppeteer-core').Page} page */
  watch(page) {
    this.#watchPage(page);
    this.#watchRequests(page);
  }

  /** @param {import('puppeteer-core').Page} page */
  #watchPage(page) {
    page.on('pageerror', (error) => this.#add(`page error: ${wordsOf(error)}`));
    page.on('error', (error) => this.#add(`the page crashed: ${wordsOf(error)}`));
    page.on('dialog', (dialog) => {
      this.#add(`dialog: ${dialog.message()}`);
      dialog.dismiss().catch(() => {});
    });
    page.on('console', (message) => {
      const { url, lineNumber } = message.location();
      if (message.type() === 'error') this.#add(`console: ${message.text()} (${url}:${lineNumber})`);
    });
  }

  /** @param {import('puppeteer-core').Page} page */
  #watchRequests(page) {
    page.on('request', (request) => {
      const { protocol, hostname } = new URL(request.url());
      if (protocol.startsWith('http') && hostname !== this.#host) this.#add(`request to ${request.url()}`);
    });
    page.on('requestfailed', (request) => {
      // A page gives up what it was loading when it is left, and an answer that it has no use for: the second is what
      // Firefox says of the rest of a body that was cancelled.
      const reason = request.failure()?.errorText ?? '';
      if (!/ABORTED|NS_BASE_STREAM_CLOSED/i.test(reason))
        this.#add(`failed request: ${request.url()} ${reason}`);
    });
    page.on('response', (response) => {
      if (response.status() >= 400) this.#add(`answer ${response.status()}: ${response.url()}`);
    });
  }

  /** @param {string} words */
  #add(words) {
    if (!this.isOver) this.seen.push(words);
  }

  /** What matches belongs to the test. @param {RegExp[]} patterns */
  expect(...patterns) {
    this.expected.push(...patterns);
  }

  /** @returns {string[]} what nobody expected */
  finish() {
    this.isOver = true;
    return this.seen.filter((words) => !this.expected.some((pattern) => pattern.test(words)));
  }
}
