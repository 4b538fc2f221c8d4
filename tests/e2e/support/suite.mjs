// One text of a spec for every browser: each test gets a page of its own with empty storage, a directory of its own
// on the disk, and fails if anything went wrong on the page that it did not say it expects. A test that fails leaves its
// browser to nobody: the next one starts another.

import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { after, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { startServer } from '../../../web/site/server.mjs';
import { browserKinds } from './browsers.mjs';
import { Disk } from './disk.mjs';
import { installGates } from './gates.mjs';
import { goesWell } from './patience.mjs';
import { SharedBrowser } from './shared_browser.mjs';
import { Troubles } from './troubles.mjs';
import { WeftPage } from './weft_page.mjs';

/**
 * @typedef {import('./browsers.mjs').BrowserKind} BrowserKind
 * @typedef {import('puppeteer-core').Browser} Browser
 * @typedef {import('puppeteer-core').Page} Page
 * @typedef {{weft: WeftPage, page: import('puppeteer-core').Page, disk: Disk, kind: BrowserKind, url: string,
 *            openSite: (root: string) => Promise<string>, openTab: () => Promise<import('puppeteer-core').Page>,
 *            troubles: Troubles, note: (words: string) => void}} Visit
 * @typedef {{isolated?: boolean, width?: number, height?: number, touch?: boolean, open?: boolean,
 *            timeout?: number, skip?: string | false}} VisitOptions
 * @typedef {(visit: Visit) => Promise<void>} TestBody
 * @typedef {{spec: string, name: string, options: VisitOptions, body: TestBody, note: (words: string) => void}} Test
 * @typedef {{kind: BrowserKind, test: (name: string, options: VisitOptions | TestBody, body?: TestBody) => void}} Bench
 */

const SCREENSHOTS = fileURLToPath(new URL('../../../build/e2e/', import.meta.url));
/** Another place of the site, for a build that lies elsewhere. */
const SITE = process.env.WEFT_SITE;
/** Ends what hangs; a busy machine takes its time. */
const TEST_TIMEOUT_MS = 300_000;
const LOAD_TIMEOUT_MS = 90_000;
const SCREENSHOT_PATIENCE_MS = 10_000;
const CLOSE_PATIENCE_MS = 10_000;

/** Unhandled rejections reach the console in one browser only. */
function reportRejections() {
  addEventListener('unhandledrejection', (event) =>
    console.error('unhandled rejection:', String(event.reason)),
  );
}

/** @param {string} words */
const fileNameOf = (words) => words.toLowerCase().replace(/[^a-z0-9]+/g, '-');

/** @param {import('puppeteer-core').Page} page @param {string} name */
async function keepScreenshot(page, name) {
  mkdirSync(SCREENSHOTS, { recursive: true });
  const path = `${SCREENSHOTS}${fileNameOf(name)}.png`;
  const shot = page.screenshot({ path: /** @type {`${string}.png`} */ (path) });
  await goesWell(shot, SCREENSHOT_PATIENCE_MS);
}

/** Node's own limit would leave the test's page open. @param {number} ms @param {AbortSignal} signal */
async function failLater(ms, signal) {
  await sleep(ms, undefined, { signal }).catch(() => {});
  if (!signal.aborted) throw new Error(`not done after ${ms} ms`);
}

/**
 * Who waits for a page that is gone would wait until the test's time is up.
 * @param {Browser} browser
 * @param {Page} page
 * @returns {Promise<never>}
 */
function failWithBrowser(browser, page) {
  return new Promise((_, reject) => {
    browser.once('disconnected', () => reject(new Error('the browser has ended')));
    page.once('error', reject);
  });
}

/**
 * @param {Browser} browser
 * @param {BrowserKind} kind
 * @param {Test} test
 * @param {(() => Promise<void>)[]} closers what has to be closed after the test
 */
async function visit(browser, kind, { name, options, body, note }, closers) {
  const openSite = async (/** @type {string | undefined} */ root = SITE) => {
    const server = await startServer({
      port: 0,
      isolated: options.isolated ?? true,
      ...(root ? { root } : {}),
    });
    closers.push(server.close);
    return server.url;
  };
  const url = await openSite();
  const disk = new Disk();
  closers.push(async () => disk.remove());
  const context = await browser.createBrowserContext();
  closers.push(async () => {
    if (!(await goesWell(context.close(), CLOSE_PATIENCE_MS))) throw new Error('the page does not close');
  });
  const page = await context.newPage();
  const troubles = new Troubles(new URL(url).hostname);
  const equip = async (/** @type {Page} */ tab) => {
    troubles.watch(tab);
    tab.setDefaultNavigationTimeout(LOAD_TIMEOUT_MS);
    await tab.setViewport({ width: options.width ?? 1280, height: options.height ?? 800 });
    await tab.evaluateOnNewDocument(reportRejections);
    await tab.evaluateOnNewDocument(installGates);
  };
  const openTab = async () => {
    const tab = await context.newPage();
    await equip(tab);
    return tab;
  };
  try {
    const weft = new WeftPage(page, kind, url);
    const run = async () => {
      await equip(page);
      if (options.open ?? true) await weft.open();
      await body({ weft, page, disk, kind, url, openSite, openTab, troubles, note });
    };
    const isLate = new AbortController();
    await Promise.race([
      run(),
      failLater(options.timeout ?? TEST_TIMEOUT_MS, isLate.signal),
      failWithBrowser(browser, page),
    ]).finally(() => isLate.abort());
    assert.deepEqual(troubles.finish(), [], 'nothing goes wrong on the page');
  } catch (error) {
    for (const words of troubles.seen) note(words);
    await keepScreenshot(page, `${name} ${kind.name}`);
    throw error;
  }
}

/** @param {SharedBrowser} shared @param {BrowserKind} kind @param {Test} test */
async function runTest(shared, kind, test) {
  /** @type {(() => Promise<void>)[]} */
  const closers = [];
  try {
    await visit(await shared.launch(), kind, test, closers);
  } catch (error) {
    closers.push(() => shared.close());
    const failure = new Error(`${test.spec}, in ${kind.name}: ${test.name}`, { cause: error });
    throw Object.assign(failure, { stack: '' });
  } finally {
    // A page that hangs does not close; the browser's end takes it along.
    for (const close of closers.reverse()) {
      await close().catch((error) => {
        test.note(`after the test: ${error}`);
        return shared.close();
      });
    }
  }
}

/** @type {Map<string, SharedBrowser>} */
const browsers = new Map();

/** @param {BrowserKind} kind */
function browserFor(kind) {
  const shared = browsers.get(kind.name) ?? new SharedBrowser(kind);
  browsers.set(kind.name, shared);
  return shared;
}

/**
 * @param {string} title
 * @param {(bench: Bench) => void} body
 */
export function describeInEachBrowser(title, body) {
  // Node knows only that a test was made here.
  const spec = /[^/]+\.spec\.mjs/.exec(new Error().stack ?? '')?.[0] ?? 'some spec';
  for (const kind of browserKinds()) {
    const shared = browserFor(kind);
    shared.expectSuite();
    describe(`${title}, in ${kind.name}`, () => {
      after(() => shared.endSuite());
      /** @type {Bench['test']} */
      const test = (name, second, third) => {
        const [options, run] = typeof second === 'function' ? [{}, second] : [second, third];
        if (!run) throw new Error(`${name}: a test without a body`);
        it(name, { skip: options.skip ?? false }, (context) =>
          runTest(shared, kind, {
            spec,
            name: `${title} ${name}`,
            options,
            body: run,
            note: (words) => context.diagnostic(`${kind.name}: ${words}`),
          }),
        );
      };
      body({ kind, test });
    });
  }
}
