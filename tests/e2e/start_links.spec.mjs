// Links that set the page and begin something, as somebody else opens them.

import assert from 'node:assert/strict';
import { holdReads, letGo, untilHeld } from './support/gates.mjs';
import { describeInEachBrowser } from './support/suite.mjs';
import { WeftPage } from './support/weft_page.mjs';

/** @typedef {import('./support/suite.mjs').Visit} Visit @typedef {import('puppeteer-core').Page} Page */

/** @param {Visit} visit @param {string} hash */
async function openLink({ weft, url }, hash) {
  weft.url = url + hash;
  await weft.open();
}

/** Goes to a link on the page that is open. @param {Page} page @param {string} hash */
const goTo = (page, hash) => page.evaluate((wanted) => void (location.hash = wanted), hash);

/** @param {Page} page */
const settingsOf = (page) => page.evaluate(() => globalThis.weft.configure());

describeInEachBrowser('A link', ({ test }) => {
  test('runs the samples with its settings', { open: false }, async (visit) => {
    const { weft, page } = visit;
    await openLink(visit, '#mode=sync&concurrency=3&latency=2&run');
    await weft.untilLogged(/^Sync total: /, 1);
    await weft.untilIdle();
    await weft.see('file_10.txt', { role: 'row', value: /^Done/ });
    await weft.see('Sync', { role: 'radio', checked: true });
    const { mode, concurrency, latencyMs } = await settingsOf(page);
    assert.deepEqual({ mode, concurrency, latencyMs }, { mode: 'sync', concurrency: 3, latencyMs: 2 });
  });

  test('begins what it asks for when it is gone to on the open page', async ({ weft, page }) => {
    await weft.clearList();
    await goTo(page, '#latency=1&compare');
    await weft.untilFiles(10);
    await weft.see('Compare', { role: 'tab', checked: true });
    await weft.untilLogged(/^Workers, 8 in flight: /, 1);
    await weft.untilIdle();
    await goTo(page, '#exercise=skip-small-files');
    await weft.untilLogged(/^--- Exercise: /, 1);
    await weft.untilIdle();
    assert.equal((await settingsOf(page)).latencyMs, 1, 'it named no settings');
  });

  test('with mistakes says them, and opens as far as it can', { open: false }, async (visit) => {
    await openLink(visit, '#mode=fast&concurrency=1000&latency=much&run');
    await visit.weft.untilLogged(/^Async total: /, 1);
    const words =
      "Not as in the link: mode=fast (mode must be 'sync', 'async' or 'workers'), concurrency=1000 (256 is taken), " +
      'latency=much (latencyMs must be a number).';
    await visit.weft.see(words, { role: 'status' });
    assert.ok((await visit.weft.log()).includes(words));
    assert.equal((await settingsOf(visit.page)).concurrency, 256);
    await goTo(visit.page, '#exercise=juggle');
    await visit.weft.see('Not as in the link: exercise=juggle (there is no exercise juggle).', {
      role: 'status',
    });
  });

  test('is refused while something is under way', async ({ weft, page }) => {
    await holdReads(page);
    await weft.click('Run', 'button');
    await untilHeld(page, 'reads');
    await goTo(page, '#mode=sync&compare');
    await weft.see(
      'The link was not followed, as something is under way: wait for its end, or cancel it, and open the link again.',
      { role: 'status' },
    );
    await letGo(page, 'reads');
    await weft.untilIdle();
    assert.equal((await settingsOf(page)).mode, 'async');
  });

  test(
    'that is copied gives the same settings',
    { height: 1100 },
    async ({ weft, page, kind, url, openTab }) => {
      const settings = await page.evaluate(() =>
        globalThis.weft.configure({ mode: 'workers', latencyMs: 5, csv: true }),
      );
      await weft.click('Settings', 'tab');
      await weft.click('Copy link', 'button');
      const link = `${url}#mode=workers&latencyMs=5&csv=true`;
      await weft.untilLogged(/^Copied a link: /, 1);
      assert.ok((await weft.log()).includes(`Copied a link: ${link}`));
      assert.equal(await kind.readClipboard(page), link);
      // What the next visitor has set is not what this one had.
      await page.evaluate(() => globalThis.weft.configure({ mode: 'sync', concurrency: 2, csv: false }));
      const other = new WeftPage(await openTab(), kind, link);
      await other.open();
      await other.see('Workers', { role: 'radio', checked: true });
      assert.deepEqual(await settingsOf(other.page), settings);
    },
  );
});
