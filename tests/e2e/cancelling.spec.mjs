import assert from 'node:assert/strict';
import { holdReads, letGo, untilHeld } from './support/gates.mjs';
import { describeInEachBrowser } from './support/suite.mjs';

/** @typedef {import('./support/suite.mjs').Visit} Visit */

const ENDED = ['done', 'cancelled'];

/** Twelve files of ten reads each. @param {Visit} visit */
async function prepare({ weft, page, disk }) {
  await weft.clearList();
  const files = Object.fromEntries(
    Array.from({ length: 12 }, (_, index) => [`f${index}.txt`, 'word\n'.repeat(200 + index)]),
  );
  await weft.dropAndWait(disk.writeAll(files), 12);
  await page.evaluate(() =>
    globalThis.weft.configure({ mode: 'async', concurrency: 4, chunkBytes: 101, latencyMs: 15 }),
  );
}

/** So many of the reads of a run come: some of each of the first four files. */
const SOME_READS = 20;
/** Nearly all of a run's. */
const MOST_READS = 100;

/** @param {Visit} visit */
const diagnose = ({ page }) =>
  page.evaluate(() => {
    const { liveFibers, openFiles, pendingOperations } = globalThis.weft.diagnostics();
    return { liveFibers, openFiles, pendingOperations };
  });

/** @param {Visit} visit */
async function runsWell({ page }) {
  const report = await page.evaluate(() => globalThis.weft.run({ latencyMs: 0, chunkBytes: 4096 }));
  assert.deepEqual(
    report.files.map((row) => [row.status, row.lines]),
    Array.from({ length: 12 }, (_, index) => ['done', 200 + index]),
  );
}

describeInEachBrowser('Cancelling', ({ test }) => {
  test('by a click, while files are being read', async (visit) => {
    const { weft, page } = visit;
    await prepare(visit);
    const before = await diagnose(visit);
    await holdReads(page, SOME_READS);
    await weft.click('Run', 'button');
    await untilHeld(page, 'reads', 4);
    await weft.see('f0.txt', { role: 'row', value: /^[1-9]\d? %/ });
    await weft.click('Cancel', 'button');
    await weft.see('f9.txt', { role: 'row', value: /^Cancelled/ });
    await weft.untilIdle();
    assert.deepEqual(await diagnose(visit), before, 'nothing is left behind');
    await weft.see('Run', { role: 'button', disabled: false });
    await letGo(page, 'reads');
    await runsWell(visit);
  });

  test('at any moment', async (visit) => {
    const { page } = visit;
    await prepare(visit);
    const before = await diagnose(visit);
    // Moments are counted in turns of the event loop, so they fall before, within and after opens and reads.
    for (const turns of [0, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89]) {
      // On a slow machine a run may be over before so many turns are.
      await holdReads(page, MOST_READS);
      const report = await page.evaluate(async (count) => {
        const running = globalThis.weft.run();
        for (let turn = 0; turn < count; turn++) await new Promise((resolve) => setTimeout(resolve, 0));
        globalThis.weft.cancel();
        return running;
      }, turns);
      assert.equal(report.files.length, 12);
      for (const row of report.files)
        assert.ok(ENDED.includes(row.status), `${row.status} after ${turns} turns`);
      assert.ok(
        report.files.some((row) => row.status === 'cancelled'),
        `nothing was cancelled after ${turns} turns`,
      );
      assert.deepEqual(await diagnose(visit), before, `after ${turns} turns`);
      await letGo(page, 'reads');
    }
    await runsWell(visit);
  });

  test('with Escape', async (visit) => {
    const { weft, page } = visit;
    await prepare(visit);
    await holdReads(page, SOME_READS);
    await weft.click('Run', 'button');
    await weft.see('Cancel', { role: 'button' });
    await weft.press('Escape');
    await weft.see('f9.txt', { role: 'row', value: /^Cancelled/ });
    await weft.untilIdle();
    await letGo(page, 'reads');
  });

  test('does nothing when nothing is under way', async (visit) => {
    const { page } = visit;
    await prepare(visit);
    await page.evaluate(() => {
      globalThis.weft.cancel();
      globalThis.weft.cancel();
    });
    await runsWell(visit);
  });

  test('a hundred times leaves the heap as large as it was', async (visit) => {
    const { page } = visit;
    await prepare(visit);
    const cancelRuns = (/** @type {number} */ times) =>
      page.evaluate(async (count) => {
        for (let run = 0; run < count; run++) {
          const running = globalThis.weft.run();
          for (let turn = 0; turn < run % 7; turn++) await new Promise((resolve) => setTimeout(resolve, 0));
          globalThis.weft.cancel();
          await running;
        }
        return globalThis.weft.diagnostics().heapBytes;
      }, times);
    const before = await cancelRuns(20);
    assert.equal(await cancelRuns(80), before);
  });
});
