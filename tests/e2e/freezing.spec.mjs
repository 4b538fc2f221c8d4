// Whether the page lives is told by a timer on it, never by how long something took: times are only compared with
// others of the same run.

import assert from 'node:assert/strict';
import { letGo, untilHeld } from './support/gates.mjs';
import { describeInEachBrowser } from './support/suite.mjs';
import { countWithPython, figuresOf } from './support/oracle.mjs';
import { smallHostileFiles } from './support/hostile_files.mjs';

/**
 * @typedef {import('puppeteer-core').Page} Page
 * @typedef {import('../../web/program/weft.js').Settings} Settings
 * @typedef {import('../../web/program/weft.js').RunReport} RunReport
 */

/**
 * Runs while a timer and an animation frame loop tick; tells how often they did, and the longest pause.
 * @param {Page} page
 * @param {Partial<Settings>} settings
 * @returns {Promise<{report: RunReport, ticks: number, longestPauseMs: number}>}
 */
function runBesideATimer(page, settings) {
  return page.evaluate(async (chosen) => {
    let last = performance.now();
    let ticks = 0;
    let longestPauseMs = 0;
    const tick = () => {
      const now = performance.now();
      longestPauseMs = Math.max(longestPauseMs, now - last);
      last = now;
      ticks++;
    };
    const timer = setInterval(tick, 4);
    const report = await globalThis.weft.run(chosen);
    tick();
    clearInterval(timer);
    return { report, ticks, longestPauseMs };
  }, settings);
}

/** @param {Page} page */
async function freezesInSync(page) {
  const { report, longestPauseMs } = await runBesideATimer(page, { mode: 'sync', latencyMs: 40 });
  assert.ok(report.wallMs >= 40 * report.files.length, 'the latency is waited for');
  assert.ok(
    longestPauseMs >= report.wallMs * 0.98,
    `one pause of ${longestPauseMs} ms in ${report.wallMs} ms`,
  );
  assert.ok(report.longestFrameGapMs >= report.wallMs * 0.98, 'the report says so too');
  assert.equal(report.peakInFlight, 1);
}

/** @param {Page} page */
async function livesInAsync(page) {
  // So long that what other programs take of the machine is little of it.
  const settings = /** @type {const} */ ({ mode: 'async', latencyMs: 200, concurrency: 1 });
  const { report, ticks, longestPauseMs } = await runBesideATimer(page, settings);
  assert.ok(ticks > report.files.length, `the timer fired ${ticks} times meanwhile`);
  assert.ok(report.frames > 2, `${report.frames} frames were drawn meanwhile`);
  assert.ok(
    longestPauseMs < report.wallMs / 4,
    `the longest pause was ${longestPauseMs} of ${report.wallMs} ms`,
  );
  assert.ok(
    report.longestFrameGapMs < report.wallMs / 2,
    `the longest gap was ${report.longestFrameGapMs} ms`,
  );
}

/** What every loading of the page asks for once it has begun; filled from now on. @param {Page} page */
function requestedFonts(page) {
  /** @type {string[]} */
  const fonts = [];
  page.on(
    'request',
    (request) => void (request.url().includes('inter-latin-600') && fonts.push(request.url())),
  );
  return fonts;
}

/** Leaves the page without the service worker that would isolate it. */
function withoutServiceWorker() {
  Object.defineProperty(Navigator.prototype, 'serviceWorker', { get: () => undefined });
}

/** The gate `worker`: until then none is registered, and the page has no patience. */
function holdServiceWorker() {
  // Firefox has none before the page itself is there.
  if (!('ServiceWorkerContainer' in globalThis)) return;
  const gate = /** @type {any} */ (globalThis).weftGate('worker');
  const { register } = ServiceWorkerContainer.prototype;
  ServiceWorkerContainer.prototype.register = async function (...worker) {
    await gate.pass();
    return register.apply(this, worker);
  };
  const { setTimeout } = globalThis;
  Object.assign(globalThis, {
    setTimeout: (/** @type {() => void} */ then, ms = 0) => setTimeout(then, ms < 1000 ? ms : 0),
  });
}

/** Keeps of each animation frame when it was over, and whether what had been drawn by then said that the page is frozen. */
function watchFrames() {
  const { requestAnimationFrame } = globalThis;
  /** @type {{isWarned: boolean, atMs: number}[]} */
  const weftFrames = [];
  globalThis.requestAnimationFrame = (draw) =>
    requestAnimationFrame((time) => {
      draw(time);
      const isWarned = globalThis.weft.widgets().some(({ label }) => label === 'The page is frozen');
      weftFrames.push({ isWarned, atMs: performance.now() });
    });
  Object.assign(globalThis, { weftFrames });
}

describeInEachBrowser('Freezing', ({ test }) => {
  test('sync freezes the page, with shared memory', async ({ page }) => {
    assert.equal(await page.evaluate(() => globalThis.weft.blockingReads), 'shared-buffer');
    await freezesInSync(page);
  });

  test('async does not', async ({ page }) => {
    await livesInAsync(page);
  });

  test('a click on Run says that the page is frozen before it is', async ({ weft, page }) => {
    await page.evaluate(() => globalThis.weft.configure({ mode: 'sync', latencyMs: 200 }));
    await page.evaluate(watchFrames);
    await weft.runToEnd();
    /** @type {{isWarned: boolean, atMs: number}[]} */
    const frames = await page.evaluate(() => /** @type {any} */ (globalThis).weftFrames);
    const first = frames.findIndex(({ isWarned }) => isWarned);
    assert.notEqual(first, -1, 'the words were drawn');
    const pauses = frames.slice(1).map(({ atMs }, index) => atMs - frames[index].atMs);
    const frozenAfter = pauses.findIndex((pauseMs, index) => index >= first && pauseMs >= 10 * 200);
    assert.ok(
      frozenAfter > first,
      'an animation frame came after the words, and then none for all ten files',
    );
    assert.ok(frames.slice(first, frozenAfter + 1).every(({ isWarned }) => isWarned));
    assert.equal(await weft.find('The page is frozen'), undefined, 'the words are gone');
  });

  test(
    'a static host: the page isolates itself',
    { isolated: false, open: false },
    async ({ weft, page }) => {
      const fonts = requestedFonts(page);
      await weft.open();
      await page.waitForFunction(() => globalThis.crossOriginIsolated, { timeout: 30_000 });
      await weft.untilReady();
      assert.equal(fonts.length, 1, 'nothing was begun on the page that was left');
      assert.equal(await page.evaluate(() => globalThis.weft.blockingReads), 'shared-buffer');
      await freezesInSync(page);
    },
  );

  test(
    'a static host whose worker comes when the page has gone on: nothing is cut off',
    { isolated: false, open: false },
    async ({ weft, page }) => {
      const fonts = requestedFonts(page);
      await page.evaluateOnNewDocument(holdServiceWorker);
      await page.goto(weft.url, { waitUntil: 'load' });
      await untilHeld(page, 'worker');
      await weft.untilReady();
      await letGo(page, 'worker');
      await page.evaluate(() => navigator.serviceWorker.ready);
      const { totals } = await page.evaluate(() => globalThis.weft.run({ mode: 'sync' }));
      assert.equal(totals.files, 10);
      assert.equal(fonts.length, 1, 'the page is still the same');
      await page.reload({ waitUntil: 'load' });
      await weft.untilReady();
      assert.ok(await page.evaluate(() => globalThis.crossOriginIsolated), 'the next visit has the worker');
    },
  );

  test(
    'without shared memory too',
    { isolated: false, open: false },
    async ({ weft, page, disk, troubles }) => {
      troubles.expect(/service ?worker/i);
      await page.evaluateOnNewDocument(withoutServiceWorker);
      await weft.open();
      assert.equal(await page.evaluate(() => globalThis.crossOriginIsolated), false);
      assert.equal(await page.evaluate(() => globalThis.weft.blockingReads), 'sync-xhr');
      await freezesInSync(page);
      await livesInAsync(page);

      const files = {
        ...smallHostileFiles(),
        'large.bin': new Uint8Array(3_000_001).map((_, at) => (at * 31) % 257),
      };
      const paths = disk.writeAll(files);
      await weft.clearList();
      await weft.dropAndWait(paths, paths.length);
      const wanted = await countWithPython(paths);
      for (const chunkBytes of [4096, 65_536, 4 * 1024 * 1024]) {
        const report = await page.evaluate(
          (chunk) => globalThis.weft.run({ mode: 'sync', chunkBytes: chunk }),
          chunkBytes,
        );
        assert.deepEqual(report.files.map(figuresOf), wanted, `chunks of ${chunkBytes}`);
      }
    },
  );

  test('the page says which blocking read it uses', async ({ weft }) => {
    await weft.click('Compare', 'tab');
    await weft.see('Sync reads through shared memory: the page waits while a worker reads for it.');
  });
});
