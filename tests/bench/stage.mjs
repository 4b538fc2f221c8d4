// The page as a person has it, in a real browser, with the bench's own modules beside it.

import { cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { startServer } from '../../web/site/server.mjs';
import { browserKinds } from '../e2e/support/browsers.mjs';
import { dataOf } from './data/expected.mjs';
import { BUILD, ROOT, options } from './options.mjs';
import { holdableFrames } from './page/frames.js';
import { pyodideDirectory } from './peers/pyodide.mjs';

/** @typedef {import('./rounds.mjs').Sample} Sample */

const SITE = join(BUILD, 'bench-site');
const BENCH = join(ROOT, 'tests/bench');
const PYODIDE_FILES = [
  'pyodide.mjs',
  'pyodide.asm.mjs',
  'pyodide.asm.wasm',
  'pyodide-lock.json',
  'python_stdlib.zip',
];
/** One run of a slow peer may take that long. */
const PATIENCE_MS = 600_000;

/** A copy, so that a build meanwhile changes nothing that is measured. */
async function assembleSite() {
  await rm(SITE, { recursive: true, force: true });
  await cp(options.site, SITE, { recursive: true });
  const bench = join(SITE, 'bench');
  await cp(join(BENCH, 'page'), bench, { recursive: true });
  for (const file of ['bench_program.mjs', 'bench_program.wasm']) {
    await cp(join(options.program, file), join(bench, file));
  }
  await cp(join(ROOT, 'web/node_modules/papaparse/papaparse.min.js'), join(bench, 'papaparse.min.js'));
  await cp(join(BENCH, 'peers/pyodide_count.py'), join(bench, 'pyodide_count.py'));
  await mkdir(join(bench, 'pyodide'));
  const pyodide = await pyodideDirectory();
  for (const file of pyodide ? PYODIDE_FILES : []) {
    await cp(join(pyodide ?? '', file), join(bench, 'pyodide', file));
  }
}

export class Stage {
  /** @param {import('../e2e/support/browsers.mjs').Launched} launched @param {() => Promise<void>} closeServer */
  constructor(launched, url = '', closeServer = async () => {}) {
    this.launched = launched;
    this.url = url;
    this.closeServer = closeServer;
    /** @type {Map<string, import('./data/expected.mjs').Data>} */
    this.uploaded = new Map();
  }

  static async open() {
    await assembleSite();
    process.env.WEFT_BROWSERS = options.browser;
    const [kind] = browserKinds();
    const { url, close } = await startServer({ root: SITE, port: 0 });
    const stage = new Stage(await kind.launch(), url, close);
    await stage.freshPage();
    return stage;
  }

  /** Leaves behind all memory that a workload has taken. */
  async freshPage() {
    await this.page?.close();
    this.uploaded.clear();
    const page = await this.launched.browser.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    page.on('pageerror', (error) => console.error('page error:', error));
    page.on('error', (error) => console.error('the page crashed:', error));
    await page.setViewport({ width: 1280, height: 800 });
    await page.evaluateOnNewDocument(holdableFrames);
    await page.goto(this.url, { waitUntil: 'load' });
    await page.waitForFunction(() => 'weft' in globalThis);
    await page.evaluate(async () => {
      await globalThis.weft.ready;
      const url = new URL('/bench/main.js', document.baseURI).href;
      Object.assign(globalThis, { bench: await import(url) });
    });
    this.page = page;
  }

  /**
   * Puts the files of a set into the page, as real files of the disk.
   * @param {string} name
   */
  async upload(name) {
    const known = this.uploaded.get(name);
    if (known) return known;
    const data = await dataOf(name);
    const { page } = this;
    if (!page) throw new Error('there is no page');
    // A folder is handed over as a whole, which is much faster for many files; only Chromium takes one.
    const isFolder = options.browser === 'chromium' && data.paths.length > 100;
    const input = await page.evaluateHandle((folder) => {
      const element = document.createElement('input');
      Object.assign(element, { type: 'file', multiple: true, webkitdirectory: folder });
      document.body.append(element);
      return element;
    }, isFolder);
    await input.uploadFile(...(isFolder ? [data.directory] : data.paths));
    await page.waitForFunction(
      (element, count) => element.files?.length === count,
      { polling: 50 },
      input,
      data.paths.length,
    );
    await input.evaluate((element, set) => {
      const { bench } = /** @type {any} */ (globalThis);
      bench.keepFiles(set, [...(element.files ?? [])]);
      element.remove();
    }, name);
    this.uploaded.set(name, data);
    return data;
  }

  /**
   * Does one of the works of page/main.js on the files of a set.
   * @param {string} work
   * @param {string} set
   * @param {object} [workOptions]
   * @returns {Promise<Sample>}
   */
  async time(work, set, workOptions = {}) {
    if (!this.page) throw new Error('there is no page');
    return this.page.evaluate(
      (name, files, given) => /** @type {any} */ (globalThis).bench.time(name, files, given),
      work,
      set,
      workOptions,
    );
  }

  /** @param {boolean} isHeld */
  async holdFrames(isHeld) {
    await this.page?.evaluate((hold) => /** @type {any} */ (globalThis).benchHoldFrames(hold), isHeld);
  }

  version() {
    return this.launched.browser.version();
  }

  async close() {
    await this.launched.close();
    await this.closeServer();
  }
}
