import assert from 'node:assert/strict';
import { describeInEachBrowser } from './support/suite.mjs';

/** @param {import('puppeteer-core').Page} page @returns {Promise<string[]>} the ids of what is ticked */
const ticked = (page) =>
  page.evaluate(() =>
    globalThis.weft
      .mastery()
      .filter(({ done }) => done)
      .map(({ id }) => id),
  );

describeInEachBrowser('The checklist', ({ test }) => {
  test('ticks itself for what was really done, and is kept until it is reset', async ({ weft, page }) => {
    const skills = await page.evaluate(() => globalThis.weft.mastery());
    assert.equal(skills.length, 6);
    for (const { id, title } of skills) assert.ok(id.length > 3 && title.length > 10, `${id}: ${title}`);
    assert.deepEqual(await ticked(page), [], 'the samples of the first visit are nobody’s doing');

    await weft.chooseMode('Sync');
    await weft.runToEnd();
    assert.deepEqual(await ticked(page), []);
    await weft.chooseMode('Async');
    await weft.runToEnd();
    assert.deepEqual(await ticked(page), ['read-async', 'several-at-once']);

    await weft.click('Lines', 'tab');
    await weft.click('Next', 'button');
    await weft.see('Generator', { role: 'status', value: /^suspended at line 1 / });
    assert.ok((await ticked(page)).includes('stepped-generator'));
    await weft.click('Save results', 'button');
    await weft.click('JSON', 'radio');
    await weft.click('Write', 'button');
    await weft.see('Saved results', { role: 'status', value: /^Written to/ });
    assert.ok((await ticked(page)).includes('wrote-async'));

    await page.evaluate(async () => {
      globalThis.weft.configure({ latencyMs: 20 });
      await globalThis.weft.compare({ rounds: 1 });
    });
    assert.ok((await ticked(page)).includes('async-won'), 'with latency async wins');
    const before = await ticked(page);
    await weft.reload();
    assert.deepEqual(await ticked(page), before);
    await page.evaluate(() => globalThis.weft.resetMastery());
    assert.deepEqual(await ticked(page), []);
    await weft.reload();
    assert.deepEqual(await ticked(page), []);
  });

  test('takes a comparison for what its figures say', async ({ page }) => {
    const report = await page.evaluate(() => {
      globalThis.weft.clear();
      // Computing alone, and one read of one file: there is nothing to overlap, but who wins is up to the machine.
      globalThis.weft.addFiles([new File(['word '.repeat(1_600_000)], 'large.txt')]);
      globalThis.weft.configure({ cpuPasses: 20, chunkBytes: 64 * 2 ** 20, concurrency: 2 });
      return globalThis.weft.compare({ rounds: 1 });
    });
    const medianOf = (/** @type {string} */ mode, /** @type {number} */ concurrency) =>
      report.contenders.find((one) => one.mode === mode && one.concurrency === concurrency)?.medianMs ?? NaN;
    const hasWon = medianOf('async', 2) <= 0.9 * medianOf('sync', 1);
    const skills = (await ticked(page)).filter((id) => id.startsWith('async-'));
    assert.deepEqual(skills, [hasWon ? 'async-won' : 'async-did-not-win']);
  });

  test('survives junk in the storage', { open: false }, async ({ weft, page }) => {
    for (const junk of [
      '7',
      '{"0": "read-async"}',
      '["read-async", 7, null, "none", {}]',
      '"read-async"',
      'null',
    ]) {
      await page.goto(weft.url, { waitUntil: 'load' });
      await weft.untilReady();
      await page.evaluate((mastery) => {
        localStorage.setItem('weft.settings', `{"mastery": ${mastery}}`);
      }, junk);
      await weft.reload();
      assert.deepEqual(await ticked(page), junk.startsWith('[') ? ['read-async'] : [], junk);
    }
  });
});
