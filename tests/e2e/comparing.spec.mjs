import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { holdReads, letGo, untilHeld } from './support/gates.mjs';
import { describeInEachBrowser } from './support/suite.mjs';

/** @param {number[]} values */
function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 ? sorted[Math.floor(middle)] : (sorted[middle - 1] + sorted[middle]) / 2;
}

describeInEachBrowser('Comparing', ({ test }) => {
  test('by a click sets sync, async with one, async with many and workers side by side', async ({
    weft,
    page,
  }) => {
    await page.evaluate(() => globalThis.weft.configure({ latencyMs: 5, concurrency: 8 }));
    await weft.click('Compare', 'button');
    await weft.see('Medians of 3 rounds, after a warm-up. Marks: each round.');
    await weft.untilIdle();
    for (const name of ['Sync', 'Async, 1 in flight', 'Async, 8 in flight', 'Workers, 8 in flight'])
      await weft.see(name, { role: 'row', value: /^\d.* m?s; .*; page frozen for \d/ });
    const log = await weft.log();
    const from = log.indexOf('--- Comparison ---');
    assert.notEqual(from, -1);
    assert.match(log[from + 1], /^Sync: ~\d+\.\d\d seconds$/);
    assert.match(log[from + 2], /^Async, 1 in flight: ~\d+\.\d\d seconds, \d+\.\d times as fast as sync$/);
    assert.match(log[from + 3], /^Async, 8 in flight: ~\d+\.\d\d seconds, \d+\.\d times as fast as sync$/);
    assert.match(log[from + 4], /^Workers, 8 in flight: ~\d+\.\d\d seconds, \d+\.\d times as fast as sync$/);
  });

  test('reports medians of the rounds', async ({ page }) => {
    const report = await page.evaluate(() => {
      globalThis.weft.configure({ latencyMs: 3, concurrency: 5 });
      return globalThis.weft.compare({ rounds: 4 });
    });
    assert.equal(report.rounds, 4);
    assert.deepEqual(
      report.contenders.map(({ mode, concurrency }) => [mode, concurrency]),
      [
        ['sync', 1],
        ['async', 1],
        ['async', 5],
        ['workers', 5],
      ],
    );
    const [sync] = report.contenders;
    for (const contender of report.contenders) {
      assert.equal(contender.wallMs.length, 4, 'the warm-up is not counted');
      assert.equal(contender.medianMs, median(contender.wallMs));
      assert.equal(contender.failed, 0);
      assert.ok(contender.longestFrameGapMs > 0);
      assert.ok(Math.abs(contender.speedUp - sync.medianMs / contender.medianMs) < 1e-9);
    }
    assert.ok(
      sync.longestFrameGapMs >= Math.max(...sync.wallMs) * 0.98,
      'sync froze the page for all of its time',
    );
  });

  test('has no winner where files failed', async ({ weft, page, disk, troubles }) => {
    troubles.expect(/ERR_FILE_NOT_FOUND|NotFound|NotReadable/);
    const [gone] = disk.writeAll({ 'gone.txt': 'a\n' });
    await weft.dropAndWait([gone], 11);
    rmSync(gone);
    await weft.click('Compare', 'button');
    await weft.see('Medians of 3 rounds, after a warm-up. Marks: each round.');
    await weft.untilIdle();
    const doubt = '1 file failed (Sync): a comparison in which files failed has no winner.';
    await weft.see(doubt, { role: 'status' });
    await weft.see('Workers, 8 in flight', { role: 'row', value: /; 1 file failed; / });
    const log = await weft.log();
    const told = log.slice(log.indexOf('--- Comparison ---'));
    assert.equal(told.at(-1), doubt);
    assert.ok(told.every((line) => !line.includes('times as fast')));
    const skills = await page.evaluate(() => globalThis.weft.mastery());
    assert.ok(skills.every(({ id, done }) => !id.startsWith('async-') || !done));
  });

  test('cannot tell of a page that was hidden, and of a machine that slept', async ({ weft, page }) => {
    const hidden = await page.evaluate(async () => {
      const comparing = globalThis.weft.compare({ rounds: 1 });
      Object.defineProperty(document, 'hidden', { value: true, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
      const report = await comparing;
      Reflect.deleteProperty(document, 'hidden');
      document.dispatchEvent(new Event('visibilitychange'));
      return report.contenders.map(({ speedUp, doubt }) => [speedUp, doubt]);
    });
    for (const [speedUp, doubt] of hidden) {
      assert.equal(speedUp, 0);
      assert.match(String(doubt), /^The page was hidden meanwhile/);
    }
    const asleep = await page.evaluate(async () => {
      const now = Date.now.bind(Date);
      const begun = now();
      // An hour goes by in every millisecond that the page is awake.
      Date.now = () => now() + (now() - begun) * 3_600_000;
      const report = await globalThis.weft.compare({ rounds: 1 });
      Date.now = now;
      return report.contenders.map(({ speedUp, doubt }) => [speedUp, doubt]);
    });
    for (const [speedUp, doubt] of asleep) {
      assert.equal(speedUp, 0);
      assert.match(String(doubt), /^The machine slept meanwhile/);
    }
    await weft.click('Compare', 'tab');
    await weft.see(String(asleep[0][1]), { role: 'status' });
  });

  test('cannot tell by a clock that is too coarse', { open: false }, async ({ weft, page }) => {
    await page.evaluateOnNewDocument(() => {
      const now = performance.now.bind(performance);
      performance.now = () => Math.floor(now() / 100) * 100;
    });
    await weft.open();
    const report = await page.evaluate(async () => {
      // Nothing but a few small reads.
      globalThis.weft.configure({ latencyMs: 0 });
      return globalThis.weft.compare({ rounds: 1 });
    });
    for (const { doubt, speedUp } of report.contenders) {
      assert.equal(speedUp, 0);
      assert.match(String(doubt), /^This browser's clock moves in steps of 100 ms: too coarse/);
    }
    await weft.click('Compare', 'tab');
    await weft.see('Async, 8 in flight', { role: 'row', value: /; cannot be told; / });
  });

  test('can be cancelled between and within runs', async ({ weft, page }) => {
    await page.evaluate(() => globalThis.weft.configure({ concurrency: 2 }));
    // The warm-up takes them in turn: after ten files one by one come two at once.
    await holdReads(page, 10 + 4);
    await weft.click('Compare', 'button');
    await weft.see('Async, 2 in flight', { role: 'row', value: /running/ });
    await untilHeld(page, 'reads', 2);
    await weft.click('Cancel', 'button');
    await weft.see('Cancelled; what was measured until then stands.');
    await weft.untilIdle();
    await letGo(page, 'reads');
    const diagnostics = await page.evaluate(() => globalThis.weft.diagnostics());
    assert.equal(diagnostics.openFiles, 0);
    assert.equal((await page.evaluate(() => globalThis.weft.run({ latencyMs: 0 }))).totals.files, 10);
  });

  test('turning latency up shows when async pays: reads overlap', async ({ weft, page }) => {
    await weft.click('Settings', 'tab');
    await weft.slide('Added latency', '50 ms', (shown) => Number.parseInt(shown, 10));
    await weft.slide('Files at once', '10', Number);
    const settings = await page.evaluate(() => globalThis.weft.configure());
    assert.deepEqual([settings.latencyMs, settings.concurrency], [50, 10]);
    const wide = await page.evaluate(() => globalThis.weft.run({ mode: 'async' }));
    assert.equal(wide.peakInFlight, 10, 'all ten wait at once');
    const narrow = await page.evaluate(() => globalThis.weft.run({ mode: 'async', concurrency: 1 }));
    const sync = await page.evaluate(() => globalThis.weft.run({ mode: 'sync' }));
    assert.equal(narrow.peakInFlight, 1);
    assert.equal(narrow.peakOpenFiles, 1);
    assert.equal(sync.peakInFlight, 1);
    assert.equal(narrow.reads, wide.reads, 'the same work');
    assert.deepEqual([narrow.totals, sync.totals], [wide.totals, wide.totals]);
    const waited = (/** @type {typeof wide} */ report) =>
      report.files.reduce((sum, row) => sum + row.waitMs, 0);
    assert.ok(waited(wide) > wide.wallMs * 2, 'more waiting than time went by: the waits overlap');
    assert.ok(waited(narrow) <= narrow.wallMs, 'one after another they do not');
  });
});
