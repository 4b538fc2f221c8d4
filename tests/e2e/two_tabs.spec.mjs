// Two tabs of one browser share the storage in which samples and results are kept.

import assert from 'node:assert/strict';
import { letGo, untilHeld } from './support/gates.mjs';
import { describeInEachBrowser } from './support/suite.mjs';
import { WeftPage } from './support/weft_page.mjs';

/** @typedef {import('./support/suite.mjs').Visit} Visit @typedef {import('puppeteer-core').Page} Page */

/** A tab beside the one that is there, not yet at the page. @param {Visit} visit */
async function secondTab({ openTab, kind, url }) {
  const other = await openTab();
  return { page: other, weft: new WeftPage(other, kind, url) };
}

/** The names in the folder of the samples, as they really are. @param {Page} page @returns {Promise<string[]>} */
const storedNames = (page) =>
  page.evaluate(async () => {
    const storage = await navigator.storage.getDirectory();
    const folder = await (await storage.getDirectoryHandle('weft')).getDirectoryHandle('data');
    const names = [];
    for await (const name of folder.keys()) names.push(name);
    return names.sort();
  });

const sampleNames = (/** @type {number} */ count) =>
  Array.from({ length: count }, (_, index) => `file_${String(index + 1).padStart(2, '0')}.txt`);

/** From now on files that are written stay half-written: the gate `moves`. */
function holdMoves() {
  const { prototype } = /** @type {any} */ (FileSystemFileHandle);
  const { move } = prototype;
  const gate = /** @type {any} */ (globalThis).weftGate('moves');
  prototype.move = async function (/** @type {unknown[]} */ ...where) {
    await gate.pass();
    return move.apply(this, where);
  };
}

/** Files whose names have been seen are not looked at: the gate `looks`. */
function holdLooks() {
  // Firefox has none before the page itself is there.
  if (!('FileSystemFileHandle' in globalThis)) return;
  const { prototype } = FileSystemFileHandle;
  const { getFile } = prototype;
  const gate = /** @type {any} */ (globalThis).weftGate('looks');
  prototype.getFile = async function () {
    await gate.pass();
    return getFile.call(this);
  };
}

/** @param {Page} page */
const assertLasting = async (page) =>
  assert.deepEqual(
    await page.evaluate(() =>
      globalThis.weft.widgets().filter(({ label, value }) => /memory and will/.test(label + value)),
    ),
    [],
    'what is saved lasts',
  );

describeInEachBrowser('Two tabs', ({ test }) => {
  test('write at the same time, and lose nothing', async (visit) => {
    const { page } = visit;
    await page.evaluate(holdMoves);
    await page.evaluate(() => {
      Object.assign(globalThis, { writing: globalThis.weft.generateSamples({ count: 12 }) });
    });
    await untilHeld(page, 'moves', 8);
    const other = await secondTab(visit);
    await other.weft.open();
    await assertLasting(other.page);
    const path = await other.page.evaluate(async () => {
      await globalThis.weft.run({ mode: 'async' });
      return globalThis.weft.writeSummary('csv');
    });
    assert.equal(path, '/data/summary.csv');
    await letGo(page, 'moves');
    const written = await page.evaluate(() => /** @type {any} */ (globalThis).writing);
    assert.equal(written.length, 12);
    assert.deepEqual(await storedNames(page), [...sampleNames(12), 'summary.csv']);
  });

  test('one opens while files vanish under it, and has the others', async (visit) => {
    const other = await secondTab(visit);
    await other.page.evaluateOnNewDocument(holdLooks);
    await other.page.goto(visit.url, { waitUntil: 'load' });
    await untilHeld(other.page, 'looks', 10);
    await visit.page.evaluate(() => globalThis.weft.generateSamples({ count: 3 }));
    await letGo(other.page, 'looks');
    await other.weft.untilReady();
    await assertLasting(other.page);
    assert.deepEqual(
      await other.page.evaluate(() => globalThis.weft.files().map(({ name }) => name)),
      sampleNames(3),
    );
  });

  test('one reads in every mode what the other has written since', async (visit) => {
    const other = await secondTab(visit);
    await other.weft.open();
    await other.page.evaluate(() => globalThis.weft.generateSamples({ seed: 7, lines: 80 }));
    await visit.page.bringToFront();
    for (const mode of /** @type {const} */ (['sync', 'async', 'workers'])) {
      const { files, totals } = await visit.page.evaluate(
        (wanted) => globalThis.weft.run({ mode: wanted }),
        mode,
      );
      assert.deepEqual(
        files.filter(({ status }) => status !== 'done'),
        [],
        mode,
      );
      assert.deepEqual([totals.files, totals.lines, totals.words], [10, 800, 4000], mode);
    }
  });

  test('one skips for its size what is small now, in every mode', async (visit) => {
    const other = await secondTab(visit);
    await other.weft.open();
    for (const [lines, status] of /** @type {const} */ ([
      [80, 'done'],
      [5, 'skipped'],
    ])) {
      for (const mode of /** @type {const} */ (['async', 'workers', 'sync'])) {
        await other.page.evaluate((count) => globalThis.weft.generateSamples({ lines: count }), 85 - lines);
        await visit.page.evaluate(() => globalThis.weft.run({ mode: 'sync' }));
        await other.page.evaluate((count) => globalThis.weft.generateSamples({ lines: count }), lines);
        await visit.page.bringToFront();
        const { files } = await visit.page.evaluate(
          (wanted) => globalThis.weft.run({ mode: wanted, minBytes: 1000 }),
          mode,
        );
        assert.deepEqual([...new Set(files.map((row) => row.status))], [status], `${mode}, ${lines} lines`);
      }
    }
  });
});
