import assert from 'node:assert/strict';
import {
  chooseFormat,
  diagnose,
  failWrites,
  holdWrites,
  partsLeft,
  stored,
} from './support/saved_results.mjs';
import { describeInEachBrowser } from './support/suite.mjs';

/** @param {import('puppeteer-core').Page} page */
const run = (page) => page.evaluate(() => globalThis.weft.run());

describeInEachBrowser('Interrupted saving of results', ({ test, kind }) => {
  test('keeps the old one when it is cancelled in the middle', async (visit) => {
    const { weft, page } = visit;
    await run(page);
    await page.evaluate(() => globalThis.weft.writeSummary('csv'));
    const old = await stored(page, 'summary.csv');
    await run(page);
    const before = await diagnose(page);
    await holdWrites(page);
    await chooseFormat(visit, 'CSV');
    await weft.click('Write', 'button');
    await page.waitForFunction(() => /** @type {any} */ (globalThis).writesHeld === 1);
    await weft.click('Stop', 'button');
    await weft.see('Saved results', { role: 'status', value: /^Cancelled: .* is as it was\.$/ });
    await page.evaluate(() => /** @type {any} */ (globalThis).letWritesGo());
    await weft.untilIdle();
    assert.equal(await stored(page, 'summary.csv'), old);
    assert.deepEqual(await diagnose(page), before);
    const outcome = await page.evaluate(() => {
      const writing = globalThis.weft.writeSummary('csv').catch((error) => error.code);
      globalThis.weft.cancel();
      return writing;
    });
    assert.equal(outcome, 'ECANCELED');
    assert.equal(await stored(page, 'summary.csv'), old);
    assert.deepEqual(await partsLeft(page), []);
  });

  test('keeps the old one when the tab is closed in the middle', async (visit) => {
    const { weft, page, openTab } = visit;
    await run(page);
    await page.evaluate(() => globalThis.weft.writeSummary('csv'));
    const old = await stored(page, 'summary.csv');
    await run(page);
    await holdWrites(page);
    await page.evaluate(() => void globalThis.weft.writeSummary('csv').catch(() => {}));
    await page.waitForFunction(() => /** @type {any} */ (globalThis).writesHeld === 1);
    assert.equal((await partsLeft(page)).length, 1);
    // A second tab holds on to the storage, which is the visit's own.
    const next = await openTab();
    await page.close();
    await next.goto(weft.url, { waitUntil: 'load' });
    await next.waitForFunction(() => 'weft' in globalThis);
    await next.evaluate(() => globalThis.weft.ready);
    assert.equal(await stored(next, 'summary.csv'), old);
    assert.deepEqual(await partsLeft(next), []);
    assert.equal((await next.evaluate(() => globalThis.weft.files())).length, 10, 'a summary is no sample');
    await run(next);
    await next.evaluate(() => globalThis.weft.writeSummary('csv'));
    assert.notEqual(await stored(next, 'summary.csv'), old);
  });

  test('keeps the old one, and says why, when the storage is full', async (visit) => {
    const { weft, page, note } = visit;
    await run(page);
    await page.evaluate(() => globalThis.weft.writeSummary('json'));
    const old = await stored(page, 'summary.json');
    const report = await run(page);
    const before = await diagnose(page);
    if (kind.name === 'Chromium') {
      const session = await page.createCDPSession();
      await session.send('Storage.overrideQuotaForOrigin', {
        origin: new URL(weft.url).origin,
        quotaSize: 1,
      });
    } else {
      note('has no way to limit the storage from outside: the write of the browser is made to fail half-way');
      await failWrites(page);
    }
    await chooseFormat(visit, 'JSON');
    await weft.click('Write', 'button');
    const words = /^Cannot (write|create) \/data\/summary\.json: .* \(ENOSPC\)\.$/;
    await weft.see('Saved results', { role: 'status', value: words });
    const notice = (await weft.widgets()).find(({ role, label }) => role === 'status' && words.test(label));
    assert.ok(notice, 'the page says so at its top too');
    assert.equal(await stored(page, 'summary.json'), old);
    assert.deepEqual(await diagnose(page), before);
    const code = await page.evaluate(() => globalThis.weft.writeSummary('json').catch((error) => error.code));
    assert.equal(code, 'ENOSPC');
    await weft.see('file_01.txt', { role: 'row', value: /^Done/ });
    assert.equal(report.totals.files, 10);
  });

  test('says why when the storage is gone, and when it comes back saves again', async (visit) => {
    const { weft, page } = visit;
    const report = await run(page);
    const before = await diagnose(page);
    const createDirectory = () =>
      page.evaluate(async () => {
        const root = await navigator.storage.getDirectory();
        await (
          await root.getDirectoryHandle('weft', { create: true })
        ).getDirectoryHandle('data', { create: true });
      });
    await page.evaluate(async () =>
      (await navigator.storage.getDirectory()).removeEntry('weft', { recursive: true }),
    );
    await chooseFormat(visit, 'CSV');
    await weft.click('Write', 'button');
    const words = /^Cannot create \/data\/summary\.csv: .* \(E[A-Z]+\)\.$/;
    await weft.see('Saved results', { role: 'status', value: words });
    assert.deepEqual(await diagnose(page), before);
    await weft.see('10 files done', { role: 'text' });
    assert.equal(report.totals.files, 10);
    await createDirectory();
    await weft.click('Write', 'button');
    await weft.see('Saved results', { role: 'status', value: /^Written to/ });
    assert.match(await stored(page, 'summary.csv'), /\r\n\/data\/file_01\.txt,done,/);
  });

  test(
    'says that it lasts no longer than the page where there is no storage',
    { open: false },
    async (visit) => {
      const { weft, page } = visit;
      await page.evaluateOnNewDocument(() => {
        // Not there on the blank page that Firefox begins with.
        const { FileSystemFileHandle: handle } = globalThis;
        if (handle) Reflect.deleteProperty(handle.prototype, 'createWritable');
      });
      await weft.open();
      await run(page);
      await chooseFormat(visit, 'Markdown');
      await weft.click('Write', 'button');
      const words = /^Written to \/data\/summary\.md, .*, in memory only: it is gone with this page\.$/;
      await weft.see('Saved results', { role: 'status', value: words });
    },
  );
});
