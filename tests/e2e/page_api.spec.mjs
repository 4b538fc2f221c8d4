import assert from 'node:assert/strict';
import { describeInEachBrowser } from './support/suite.mjs';

/** Calls `weft.name(…values)` and tells how it went. @param {import('puppeteer-core').Page} page @param {string} name @param {unknown[]} values */
const attempt = (page, name, ...values) =>
  page.evaluate(
    async (method, given) => {
      try {
        await /** @type {any} */ (globalThis.weft)[method](...given);
        return 'went through';
      } catch (error) {
        return error instanceof Error ? `${error.name}: ${error.message}` : 'threw no Error';
      }
    },
    name,
    values,
  );

const REJECTION = /^(TypeError|RangeError|Error): .{8,}/;

describeInEachBrowser('The page’s API', ({ test }) => {
  test('rejects misuse with words, and works on', async ({ page }) => {
    const misuses = /** @type {[string, ...unknown[]][]} */ ([
      ['run', { mode: 'both' }],
      ['run', { concurrency: 'many' }],
      ['run', { chunkBytes: 0 }],
      ['run', { latencyMs: -1 }],
      ['run', { concurrencyy: 3 }],
      ['run', 7],
      ['configure', { mode: 'both' }],
      ['configure', { chunkBytes: 1.5 }],
      ['compare', { rounds: 0 }],
      ['compare', { rounds: 'three' }],
      ['generateSamples', { count: -1 }],
      ['generateSamples', { lines: 'ten' }],
      ['addFiles', 7],
      ['addFiles', ['a path']],
      ['addUrl', ''],
      ['addUrl', 7],
      ['lines', ['/drop/none.txt']],
      ['lines', 7],
      ['lines', ['x'.repeat(70_000)]],
      ['addUrl', `/${'x'.repeat(70_000)}`],
    ]);
    for (const [name, ...values] of misuses)
      assert.match(await attempt(page, name, ...values), REJECTION, `${name}(${JSON.stringify(values)})`);
    assert.equal((await page.evaluate(() => globalThis.weft.run())).totals.files, 10);
  });

  test('refuses a second run while one is under way', async ({ page }) => {
    const { first, second, compare, samples } = await page.evaluate(async () => {
      const wordsOf = (/** @type {unknown} */ error) => String(error);
      const running = globalThis.weft.run({ mode: 'async', latencyMs: 30 });
      const [second, compare, samples] = await Promise.all([
        globalThis.weft.run().then(() => 'went through', wordsOf),
        globalThis.weft.compare().then(() => 'went through', wordsOf),
        globalThis.weft.generateSamples().then(() => 'went through', wordsOf),
      ]);
      return { first: await running, second, compare, samples };
    });
    assert.equal(first.totals.files, 10);
    for (const words of [second, compare, samples]) assert.match(words, /under way/);
  });

  test('of an empty list runs nothing', async ({ weft, page }) => {
    const report = await page.evaluate(() => {
      globalThis.weft.clear();
      return globalThis.weft.run();
    });
    assert.deepEqual([report.files, report.totals.files], [[], 0]);
    await weft.see('Run', { role: 'button', disabled: true });
  });

  test('writes samples to order, the same bytes for the same seed', async ({ weft, page }) => {
    const { paths, first, again, other } = await page.evaluate(async () => {
      const count = async (/** @type {number} */ seed) => {
        const paths = await globalThis.weft.generateSamples({ count: 12, lines: 7, seed });
        return { paths, report: await globalThis.weft.run() };
      };
      const { paths, report: first } = await count(3);
      const { report: again } = await count(3);
      const { report: other } = await count(4);
      return { paths, first, again, other };
    });
    assert.equal(paths.length, 12);
    assert.equal(paths[11], '/data/file_12.txt');
    assert.equal(first.totals.lines, 12 * 7);
    assert.equal(first.totals.words, 12 * 7 * 5);
    assert.deepEqual(again.totals, first.totals);
    assert.notDeepEqual(other.totals, first.totals);
    await weft.untilFiles(12);
  });

  test('keeps settings over a reload', async ({ weft, page }) => {
    const wanted = await page.evaluate(() =>
      globalThis.weft.configure({
        mode: 'sync',
        concurrency: 5,
        chunkBytes: 4096,
        latencyMs: 7,
        cpuPasses: 3,
      }),
    );
    assert.deepEqual(
      [wanted.mode, wanted.concurrency, wanted.chunkBytes, wanted.latencyMs, wanted.cpuPasses],
      ['sync', 5, 4096, 7, 3],
    );
    await weft.see('Sync', { role: 'radio', checked: true });
    await weft.untilDrawn();
    await weft.reload();
    assert.deepEqual(await page.evaluate(() => globalThis.weft.configure()), wanted);
    await weft.see('Sync', { role: 'radio', checked: true });
  });

  test('keeps what was set with the mouse over a reload', async ({ weft, page }) => {
    await weft.click('Settings', 'tab');
    await weft.slide('Added latency', '20 ms', (shown) => Number.parseInt(shown, 10));
    await weft.chooseMode('Sync');
    await weft.untilDrawn();
    await weft.reload();
    const settings = await page.evaluate(() => globalThis.weft.configure());
    assert.deepEqual([settings.latencyMs, settings.mode], [20, 'sync']);
  });

  test('takes into the list what a mount holds', async ({ weft, page }) => {
    const { added, listed, report, again } = await page.evaluate(async () => {
      globalThis.weft.clear();
      const added = await globalThis.weft.addPath('/data/./file_03.txt');
      const listed = globalThis.weft.files();
      const report = await globalThis.weft.run({ mode: 'async' });
      await globalThis.weft.addPath(added);
      return { added, listed, report, again: globalThis.weft.files().length };
    });
    assert.equal(added, '/data/file_03.txt');
    assert.deepEqual(
      listed.map(({ path, name }) => [path, name]),
      [[added, 'file_03.txt']],
    );
    assert.equal(listed[0].size, report.totals.bytes);
    assert.equal(report.files[0].status, 'done');
    assert.equal(again, 1, 'no path is in it twice');
    await weft.untilFiles(1);
  });

  test('says why it does not take a path', async ({ weft, page }) => {
    const refusalOf = (/** @type {string} */ path) =>
      page.evaluate(
        (given) =>
          globalThis.weft.addPath(given).then(
            () => 'went through',
            ({ code, message }) => `${code}: ${message}`,
          ),
        path,
      );
    assert.match(await refusalOf('/data/none.txt'), /^ENOENT: Cannot .*\/data\/none\.txt.*\.$/);
    assert.match(await refusalOf('/data'), /^EISDIR: Cannot .*\/data.*\.$/);
    assert.match(await refusalOf('file_03.txt'), /^EINVAL: Cannot .*file_03\.txt.*\.$/);
    assert.match(
      await attempt(page, 'addUrl', '/data/file_03.txt'),
      /^TypeError: \/data\/file_03\.txt is mounted: addPath takes it$/,
    );
    await weft.untilFiles(10);
  });

  test('reads from a web address', async ({ weft, page }) => {
    const { path, report, bytes } = await page.evaluate(async () => {
      globalThis.weft.clear();
      const path = globalThis.weft.addUrl('licenses.txt');
      const report = await globalThis.weft.run({ mode: 'async' });
      const bytes = (await (await fetch('licenses.txt')).arrayBuffer()).byteLength;
      return { path, report, bytes };
    });
    assert.ok(path.startsWith('/http/'), path);
    assert.equal(report.files[0].status, 'done', JSON.stringify(report.files[0]));
    assert.equal(report.files[0].bytes, bytes);
    await weft.untilFiles(1);
  });
});
