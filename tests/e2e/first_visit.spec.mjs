import assert from 'node:assert/strict';
import { describeInEachBrowser } from './support/suite.mjs';
import { countColours, look } from './support/pixels.mjs';

const SAMPLES = Array.from({ length: 10 }, (_, index) => `file_${String(index + 1).padStart(2, '0')}.txt`);

/** The browser's storage does not answer before `weftLetGo()`. */
function holdStorage() {
  // Firefox has none before the page itself is there.
  if (!('StorageManager' in globalThis)) return;
  const { prototype } = StorageManager;
  const { getDirectory } = prototype;
  const gate = new Promise((resolve) => Object.assign(globalThis, { weftLetGo: resolve }));
  prototype.getDirectory = async function () {
    await gate;
    return getDirectory.call(this);
  };
}

describeInEachBrowser('The first visit', ({ test }) => {
  test('shows ten sample files', async ({ weft, page }) => {
    for (const name of SAMPLES) await weft.see(name, { role: 'row' });
    await weft.untilFiles(SAMPLES.length);
    assert.ok(countColours(await look(page)) > 50, 'the page is not blank');
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
    const totals = await page.evaluate(async () => {
      globalThis.weft.addFiles(Array.from({ length: 10 }, () => new File(['one two'], 'mine.txt')));
      const run = globalThis.weft.run({ mode: 'async', concurrency: 1, latencyMs: 200 });
      /** @type {any} */ (globalThis).weftLetGo();
      await globalThis.weft.ready;
      return (await run).totals;
    });
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
