import assert from 'node:assert/strict';
import { holdReads, letGo, untilHeld } from './support/gates.mjs';
import { describeInEachBrowser } from './support/suite.mjs';
import { countColours, lookUntil } from './support/pixels.mjs';

const SAMPLES = Array.from({ length: 10 }, (_, index) => `file_${String(index + 1).padStart(2, '0')}.txt`);

/** The browser's storage does not answer: the gate `storage`. */
function holdStorage() {
  // Firefox has none before the page itself is there.
  if (!('StorageManager' in globalThis)) return;
  const { prototype } = StorageManager;
  const { getDirectory } = prototype;
  const gate = /** @type {any} */ (globalThis).weftGate('storage');
  prototype.getDirectory = async function () {
    await gate.pass();
    return getDirectory.call(this);
  };
}

describeInEachBrowser('The first visit', ({ test }) => {
  test('shows ten sample files', async ({ weft, page }) => {
    for (const name of SAMPLES) await weft.see(name, { role: 'row' });
    await weft.untilFiles(SAMPLES.length);
    assert.ok(
      countColours(await lookUntil(page, (seen) => countColours(seen) > 50)) > 50,
      'the page is not blank',
    );
  });

  test('keeps the samples in storage of its own', async ({ weft, page }) => {
    const stored = await page.evaluate(async () => {
      /** @type {string[]} */
      const paths = [];
      const walk = async (/** @type {FileSystemDirectoryHandle} */ directory, /** @type {string} */ path) => {
        for await (const [name, entry] of directory.entries()) {
          if (entry.kind === 'directory')
            await walk(/** @type {FileSystemDirectoryHandle} */ (entry), `${path}${name}/`);
          else paths.push(`${path}${name}`);
        }
      };
      await walk(await navigator.storage.getDirectory(), '');
      return paths;
    });
    for (const name of SAMPLES)
      assert.ok(
        stored.some((path) => path.endsWith(name)),
        `${name} among ${stored}`,
      );
    const before = await page.evaluate(() => globalThis.weft.run({ mode: 'async' }));
    await weft.reload();
    for (const name of SAMPLES) await weft.see(name, { role: 'row' });
    await weft.untilFiles(SAMPLES.length);
    const after = await page.evaluate(() => globalThis.weft.run({ mode: 'async' }));
    assert.deepEqual(after.totals, before.totals);
    assert.deepEqual(
      (await weft.log()).filter((line) => line.startsWith('Created')),
      [],
      'the samples are read, not written again',
    );
  });

  test('says that it is ready only when all is in place', async ({ weft, page }) => {
    await page.goto(weft.url, { waitUntil: 'domcontentloaded' });
    await page.waitForFunction(() => 'weft' in globalThis);
    const widgets = await page.evaluate(async () => {
      await globalThis.weft.ready;
      return globalThis.weft.widgets();
    });
    assert.equal(widgets.filter(({ role }) => role === 'row').length >= SAMPLES.length, true);
  });

  test('is ready although a run is under way when the storage arrives', { open: false }, async (visit) => {
    const { weft, page } = visit;
    await page.evaluateOnNewDocument(holdStorage);
    await page.goto(weft.url, { waitUntil: 'load' });
    await page.waitForFunction(() => 'weft' in globalThis);
    await holdReads(page, 5);
    await page.evaluate(() => {
      globalThis.weft.addFiles(Array.from({ length: 10 }, () => new File(['one two'], 'mine.txt')));
      Object.assign(globalThis, { running: globalThis.weft.run({ mode: 'async', concurrency: 1 }) });
    });
    await untilHeld(page, 'reads');
    const untilPending = (/** @type {number} */ count) =>
      page.waitForFunction((wanted) => globalThis.weft.diagnostics().pendingOperations === wanted, {}, count);
    await untilPending(2);
    await letGo(page, 'storage');
    // The read is left.
    await untilPending(1);
    assert.equal(await page.evaluate(() => globalThis.weft.diagnostics().activity), 'run');
    await letGo(page, 'reads');
    await page.evaluate(() => globalThis.weft.ready);
    const { totals } = await page.evaluate(() => /** @type {any} */ (globalThis).running);
    assert.equal(totals.words, 20);
    await weft.untilFiles(SAMPLES.length + 10);
  });

  test('draws nothing while nothing happens', async ({ page }) => {
    const drawnFrames = () => page.evaluate(() => globalThis.weft.diagnostics().framesDrawn);
    const oneSecond = () => page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1000)));
    await oneSecond();
    const before = await drawnFrames();
    assert.ok(before > 0);
    await oneSecond();
    assert.equal(await drawnFrames(), before);
  });
});
