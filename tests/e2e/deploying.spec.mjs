// A new version of the site comes while people have the old one open, or in their caches.

import assert from 'node:assert/strict';
import { copySite, deploy, partsFolder } from './support/site.mjs';
import { describeInEachBrowser } from './support/suite.mjs';
import { WeftPage } from './support/weft_page.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

const trouble = (/** @type {Page} */ page) =>
  page.evaluate(() => document.querySelector('#trouble:not([hidden])')?.textContent ?? '');

/** @param {Page} page @param {string} words */
const press = (page, words) =>
  page.evaluate((label) => {
    const buttons = [...document.querySelectorAll('button')];
    buttons.find(({ textContent }) => textContent === label)?.click();
  }, words);

/** The folders that the page's parts have come from. @param {Page} page @returns {Promise<string[]>} */
const versions = (page) =>
  page.evaluate(() => [
    ...new Set(
      performance
        .getEntriesByType('resource')
        .flatMap(({ name }) => new URL(name).pathname.match(/parts-[0-9a-f]+/) ?? []),
    ),
  ]);

describeInEachBrowser('After a deploy', ({ test }) => {
  test('an open page starts no parts of another version', { open: false }, async (visit) => {
    const { page, kind, disk, openSite, troubles } = visit;
    troubles.expect(/404|missing/);
    const root = copySite(disk);
    const old = partsFolder(root);
    const url = await openSite(root);
    const weft = new WeftPage(page, kind, url);
    await weft.open();
    deploy(root);
    const { files } = await page.evaluate(() => globalThis.weft.run({ mode: 'workers' }));
    assert.equal(files.length, 10);
    for (const { error } of files)
      assert.match(error?.message ?? '', /the workers did not start: .* is missing/);
    assert.match(await trouble(page), /A part of Weft is missing[^]*newer one[^]*Load the page again/);
    assert.deepEqual(await versions(page), [old]);

    await press(page, 'Go on');
    assert.equal(await trouble(page), '');
    const { totals } = await page.evaluate(() => globalThis.weft.run({ mode: 'async' }));
    assert.equal(totals.files, 10);

    await page.evaluate(() => globalThis.weft.run({ mode: 'workers' }));
    await weft.loadAgain();
    assert.deepEqual(await versions(page), [partsFolder(root)]);
    const workers = await page.evaluate(() => globalThis.weft.run({ mode: 'workers' }));
    assert.equal(workers.totals.files, 10);
  });

  test('a page that is opened again is the new one, whole', { open: false }, async (visit) => {
    const { page, kind, disk, openSite } = visit;
    const root = copySite(disk);
    const url = await openSite(root);
    const weft = new WeftPage(page, kind, url);
    await weft.open();
    deploy(root);
    await page.goto('about:blank');
    await weft.open();
    assert.deepEqual(await versions(page), [partsFolder(root)]);
  });
});
