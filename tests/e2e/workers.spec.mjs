import assert from 'node:assert/strict';
import { diagnose } from './support/diagnostics.mjs';
import { holdEnds, letGo } from './support/gates.mjs';
import { countWithPython, figuresOf } from './support/oracle.mjs';
import { describeInEachBrowser } from './support/suite.mjs';

/** @typedef {import('./support/suite.mjs').Visit} Visit */

const ENDED = ['done', 'cancelled'];

/** Very much computing. */
const HEAVY = /** @type {const} */ ({
  mode: 'workers',
  concurrency: 4,
  chunkBytes: 64 * 1024,
  cpuPasses: 100,
});

/** @param {Visit} visit @param {number} count @param {number} bytes */
async function prepare({ weft, disk }, count, bytes) {
  await weft.clearList();
  const files = Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`f${index}.txt`, 'word\n'.repeat(bytes / 5 + index)]),
  );
  const paths = disk.writeAll(files);
  await weft.dropAndWait(paths, count);
  return paths;
}

describeInEachBrowser('Workers', ({ test, kind }) => {
  test('by clicking count what Python counts, and are remembered', async (visit) => {
    const { weft, page } = visit;
    const paths = await prepare(visit, 5, 1000);
    await weft.chooseMode('Workers');
    await weft.runToEnd();
    const log = await weft.log();
    const figures = await countWithPython(paths);
    assert.ok(log.includes('--- Workers file processing ---'));
    for (const [index, { lines, words }] of figures.entries())
      assert.ok(log.includes(`Processed f${index}.txt: ${lines} lines, ${words} words`));
    await weft.see('f4.txt', { role: 'row', value: /^Done/ });
    await weft.reload();
    assert.equal(await page.evaluate(() => globalThis.weft.configure().mode), 'workers');
  });

  test('count large files, in which no part is like another, as Python does', async ({
    weft,
    page,
    disk,
  }) => {
    await weft.clearList();
    const number = (/** @type {number} */ line) => (line * line).toString(36);
    const text = Array.from({ length: 400_000 }, (_, line) => 'x'.repeat(line % 97) + number(line)).join(
      '\n',
    );
    const paths = disk.writeAll({ 'one.txt': text, 'other.txt': text.toUpperCase().replaceAll('X', ' ') });
    await weft.dropAndWait(paths, 2);
    const expected = await countWithPython(paths);
    for (const chunkBytes of [100_000, 1024 * 1024]) {
      const report = await page.evaluate(
        (bytes) => globalThis.weft.run({ mode: 'workers', chunkBytes: bytes }),
        chunkBytes,
      );
      assert.deepEqual(report.files.map(figuresOf), expected);
    }
  });

  test('share the files out, never more than there are processors', async (visit) => {
    const { page } = visit;
    await prepare(visit, 9, 5000);
    const before = await diagnose(visit);
    const processors = await page.evaluate(() => navigator.hardwareConcurrency);
    for (const concurrency of [1, 2, 9]) {
      const report = await page.evaluate(
        (limit) => globalThis.weft.run({ mode: 'workers', concurrency: limit, latencyMs: 5 }),
        concurrency,
      );
      assert.equal(report.mode, 'workers');
      assert.equal(report.totals.files, 9);
      assert.equal(report.peakInFlight, concurrency);
      assert.equal(report.peakOpenFiles, concurrency);
      assert.equal(report.peakWorkers, Math.min(concurrency, processors));
    }
    assert.deepEqual(await diagnose(visit), before, 'nothing is left behind');
    const { alive } = await page.evaluate(() => globalThis.weft.diagnostics().workers);
    assert.equal(alive, Math.min(9, processors), 'they are kept for the next run');
    const { peakWorkers } = await page.evaluate(() => globalThis.weft.run({ mode: 'async' }));
    assert.equal(peakWorkers, 0);
  });

  test('compute at the same time, while the page does other things', { open: false }, async (visit) => {
    const { weft, page } = visit;
    await page.evaluateOnNewDocument(() => {
      /** @type {{worker: number, job: number}[]} */
      const heard = [];
      let workers = 0;
      class HeardWorker extends Worker {
        constructor(/** @type {URL} */ url) {
          super(url);
          const worker = ++workers;
          this.addEventListener('message', ({ data }) => {
            if (data.progress) heard.push({ worker, job: data.progress });
          });
        }
      }
      Object.assign(globalThis, { Worker: HeardWorker, heard });
    });
    await weft.open();
    await prepare(visit, 2, 24_000_000);
    const report = await page.evaluate((settings) => globalThis.weft.run(settings), HEAVY);
    const processors = await page.evaluate(() => navigator.hardwareConcurrency);
    assert.equal(report.peakWorkers, Math.min(2, processors));
    const heard = await page.evaluate(
      () => /** @type {{worker: number, job: number}[]} */ (/** @type {any} */ (globalThis).heard),
    );
    const takeovers = heard.filter(({ job }, index) => index > 0 && heard[index - 1].job !== job).length;
    assert.ok(takeovers > 3, `each went on while the other did: ${JSON.stringify(heard)}`);
    if (processors > 1) assert.equal(new Set(heard.map(({ worker }) => worker)).size, 2);
    assert.ok(report.frames > 0, 'the page was drawn meanwhile');
  });

  test('are stopped by a click in the middle of computing', async (visit) => {
    const { weft, page } = visit;
    await prepare(visit, 5, 12_000_000);
    const before = await diagnose(visit);
    await page.evaluate((settings) => globalThis.weft.configure(settings), HEAVY);
    await holdEnds(page);
    await weft.click('Run', 'button');
    await weft.see('f1.txt', { role: 'row', value: /^[1-9]\d? %/ });
    await weft.click('Cancel', 'button');
    await weft.see('f4.txt', { role: 'row', value: /^Cancelled/ });
    await weft.untilIdle();
    assert.deepEqual(await diagnose(visit), before, 'nothing is left behind');
    const { alive } = await page.evaluate(() => globalThis.weft.diagnostics().workers);
    assert.equal(alive, 0, 'no worker counts on');
    await letGo(page, 'ends');
    const report = await page.evaluate(() => globalThis.weft.run({ cpuPasses: 1 }));
    assert.deepEqual(
      report.files.map((row) => [row.status, row.lines]),
      Array.from({ length: 5 }, (_, index) => ['done', 2_400_000 + index]),
    );
  });

  test('can be cancelled at any moment', async (visit) => {
    const { page } = visit;
    await prepare(visit, 12, 1000);
    const before = await diagnose(visit);
    for (const turns of [0, 1, 2, 3, 5, 8, 13, 21, 34]) {
      // On a slow machine a run may be over before so many turns are.
      await holdEnds(page, 8);
      const report = await page.evaluate(async (count) => {
        const running = globalThis.weft.run({
          mode: 'workers',
          concurrency: 4,
          chunkBytes: 101,
          latencyMs: 15,
        });
        for (let turn = 0; turn < count; turn++) await new Promise((resolve) => setTimeout(resolve, 0));
        globalThis.weft.cancel();
        return running;
      }, turns);
      assert.ok(report.files.every((row) => ENDED.includes(row.status)));
      assert.ok(
        report.files.some((row) => row.status === 'cancelled'),
        `nothing was cancelled after ${turns} turns`,
      );
      assert.deepEqual(await diagnose(visit), before, `after ${turns} turns`);
      await letGo(page, 'ends');
    }
    const report = await page.evaluate(() => globalThis.weft.run({ mode: 'workers' }));
    assert.deepEqual(
      report.files.map((row) => row.lines),
      Array.from({ length: 12 }, (_, index) => 200 + index),
    );
  });

  test('wait for every read as long as the others', async (visit) => {
    const { page } = visit;
    const paths = await prepare(visit, 3, 1000);
    const [fibers, workers] = await page.evaluate(async () => {
      const settings = { chunkBytes: 300, latencyMs: 25 };
      return [
        await globalThis.weft.run({ mode: 'async', ...settings }),
        await globalThis.weft.run({ mode: 'workers', ...settings }),
      ];
    });
    assert.equal(workers.reads, fibers.reads);
    for (const row of workers.files) assert.ok(row.elapsedMs >= 4 * 25, `${row.elapsedMs} ms for 4 reads`);
    assert.deepEqual(workers.files.map(figuresOf), await countWithPython(paths));
  });

  test('read from web servers, by ranges', async ({ weft, page, troubles }) => {
    troubles.expect(/404/);
    await weft.clearList();
    let parts = 0;
    page.on('response', (response) => (parts += Number(response.status() === 206)));
    const [fibers, workers] = await page.evaluate(async () => {
      const program = /** @type {HTMLLinkElement} */ (document.querySelector('link[rel=preload]')).href;
      for (const name of ['licenses.txt', program, 'missing.txt']) globalThis.weft.addUrl(name);
      const settings = { chunkBytes: 30_000, concurrency: 4 };
      return [
        await globalThis.weft.run({ mode: 'async', ...settings }),
        await globalThis.weft.run({ mode: 'workers', ...settings }),
      ];
    });
    assert.deepEqual(
      workers.files.map((row) => row.status),
      ['done', 'done', 'failed'],
    );
    assert.deepEqual(workers.files.map(figuresOf), fibers.files.map(figuresOf));
    assert.deepEqual(workers.files[2].error, fibers.files[2].error);
    assert.equal(workers.reads, fibers.reads);
    // Each read is a part of its own; opening one is another.
    assert.ok(parts >= fibers.reads + workers.reads, `${parts} parts for ${fibers.reads} reads twice`);
  });

  test('need no shared memory', { isolated: false, open: false }, async ({ weft, page }) => {
    await page.evaluateOnNewDocument(() =>
      Object.defineProperty(Navigator.prototype, 'serviceWorker', { value: undefined }),
    );
    await weft.open();
    assert.equal(await page.evaluate(() => globalThis.crossOriginIsolated), false);
    const { totals } = await page.evaluate(() => globalThis.weft.run({ mode: 'workers' }));
    assert.equal(totals.files, 10);
  });

  for (const width of [390, 1140]) {
    test(`have their place in the header at ${width} px`, { width }, async ({ weft }) => {
      const workers = await weft.see('Workers', { role: 'radio' });
      const run = await weft.see('Run', { role: 'button' });
      const sync = await weft.see('Sync', { role: 'radio' });
      assert.ok(sync.x >= 0 && run.x >= workers.x + workers.width, 'side by side');
      assert.ok(run.x + run.width <= width, `within the page of ${kind.name}`);
      await weft.chooseMode('Workers');
    });
  }
});
