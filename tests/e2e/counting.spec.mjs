import assert from 'node:assert/strict';
import { startTestServer } from '../unit/vfs/environment/server.mjs';
import { SITE } from './support/site.mjs';
import { describeInEachBrowser } from './support/suite.mjs';
import { countWithPython, figuresOf } from './support/oracle.mjs';
import { filesAcrossEdges, largeHostileFiles, smallHostileFiles } from './support/hostile_files.mjs';

/**
 * @typedef {import('./support/suite.mjs').Visit} Visit
 * @typedef {import('../../web/program/weft.js').Settings} Settings
 */

const KIB = 1024;
const MIB = 1024 * KIB;

/** Drops the files and runs them with every one of the settings. @param {Visit} visit @param {Record<string, Uint8Array>} files @param {Partial<Settings>[]} variants */
async function countEachWay({ weft, page, disk }, files, variants) {
  const paths = disk.writeAll(files);
  await weft.clearList();
  await weft.dropAndWait(paths, paths.length);
  const figures = await countWithPython(paths);
  const wanted = Object.keys(files).map((name, index) => [`/drop/${name}`, 'done', figures[index]]);
  for (const settings of variants) {
    const report = await page.evaluate((chosen) => globalThis.weft.run(chosen), settings);
    assert.equal(report.mode, settings.mode);
    assert.deepEqual(
      report.files.map((row) => [row.path, row.status, figuresOf(row)]),
      wanted,
      JSON.stringify(settings),
    );
    const sum = (/** @type {'bytes' | 'lines' | 'words'} */ key) =>
      figures.reduce((total, row) => total + row[key], 0);
    assert.deepEqual(report.totals, {
      files: paths.length,
      bytes: sum('bytes'),
      lines: sum('lines'),
      words: sum('words'),
    });
  }
}

/** @param {number[]} chunkSizes @returns {Partial<Settings>[]} */
const inEveryMode = (chunkSizes) =>
  chunkSizes.flatMap((chunkBytes) => [
    { mode: 'sync', chunkBytes },
    { mode: 'async', chunkBytes },
    { mode: 'workers', chunkBytes },
  ]);

/** @param {number} count @param {string} noun */
const counted = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;

describeInEachBrowser('Counting', ({ test }) => {
  test('agrees with Python on hostile bytes, at every chunk size', async (visit) => {
    const small = inEveryMode([1, 3, 64, 4 * KIB, 4 * MIB]);
    await countEachWay(visit, smallHostileFiles(), small);
  });

  test('agrees with Python where words and line ends fall on chunk edges', async (visit) => {
    await countEachWay(visit, filesAcrossEdges(), inEveryMode([4000, 4 * KIB, 64 * KIB, MIB]));
  });

  test('agrees with Python on a line of 20 MB and at edges of 4 MiB', async (visit) => {
    await countEachWay(visit, largeHostileFiles(), inEveryMode([64 * KIB, MIB, 4 * MIB]));
  });

  test('agrees with Python on 200 files at once', async (visit) => {
    const { page } = visit;
    const files = Object.fromEntries(
      Array.from({ length: 200 }, (_, index) => [
        `file ${index}.txt`,
        new TextEncoder().encode(`${'some words '.repeat(index)}\r\n`.repeat((index % 9) + 1)),
      ]),
    );
    const many = { concurrency: 200, maxOpenFiles: 200 };
    await countEachWay(visit, files, [
      { mode: 'sync', ...many },
      { mode: 'async', ...many },
      { mode: 'workers', ...many },
    ]);
    const report = await page.evaluate(
      (settings) => globalThis.weft.run({ ...settings, mode: 'async', latencyMs: 200 }),
      many,
    );
    assert.equal(report.peakInFlight, 200, 'all of them were in work at once');
    assert.equal(report.totals.files, 200);
  });

  test('by clicking, in the order given when sync, and every file when async', async ({ weft, disk }) => {
    const files = {
      'zebra.txt': 'a b c\nd\n',
      'ant.txt': '',
      'mule.txt': 'one\r\ntwo',
      'bee.txt': 'x '.repeat(5000),
    };
    const paths = disk.writeAll(files);
    await weft.clearList();
    await weft.dropAndWait(paths, paths.length);
    const figures = await countWithPython(paths);
    const wanted = Object.keys(files).map(
      (name, index) =>
        `Processed ${name}: ${counted(figures[index].lines, 'line')}, ${counted(figures[index].words, 'word')}`,
    );
    await weft.chooseMode('Sync');
    await weft.runToEnd();
    const processed = async () => (await weft.log()).filter((line) => line.startsWith('Processed'));
    assert.deepEqual(await processed(), wanted);
    for (const name of Object.keys(files)) await weft.see(name, { role: 'row', value: /^Done/ });
    await weft.click('Log', 'tab');
    await weft.click('Clear', 'button');
    await weft.chooseMode('Async');
    await weft.runToEnd();
    assert.deepEqual((await processed()).sort(), wanted.toSorted());
    for (const name of Object.keys(files)) await weft.see(name, { role: 'row', value: /^Done/ });
  });

  test('ends in completion order when async: what needs more reads comes later', async ({
    weft,
    page,
    disk,
  }) => {
    const paths = disk.writeAll({
      'long.txt': 'x'.repeat(600),
      'medium.txt': 'x'.repeat(300),
      'short.txt': 'x',
    });
    await weft.clearList();
    await weft.dropAndWait(paths, 3);
    const orders = async (/** @type {Partial<Settings>} */ settings) => {
      const report = await page.evaluate((chosen) => globalThis.weft.run(chosen), settings);
      return report.files.map((row) => row.order);
    };
    assert.deepEqual(await orders({ mode: 'async', chunkBytes: 100, latencyMs: 30 }), [3, 2, 1]);
    assert.deepEqual(await orders({ mode: 'sync', chunkBytes: 100, latencyMs: 1 }), [1, 2, 3]);
    assert.deepEqual(
      await orders({ mode: 'async', concurrency: 1, chunkBytes: 100, latencyMs: 1 }),
      [1, 2, 3],
    );
  });

  test('leaves out what is smaller than asked, and says so', async ({ weft, page, disk }) => {
    const paths = disk.writeAll({ 'small.txt': 'x', 'large.txt': 'x'.repeat(200) });
    await weft.clearList();
    await weft.dropAndWait(paths, 2);
    for (const mode of /** @type {const} */ (['sync', 'async', 'workers'])) {
      const report = await page.evaluate(
        (chosen) => globalThis.weft.run({ mode: chosen, minBytes: 100 }),
        mode,
      );
      assert.deepEqual(
        report.files.map((row) => row.status),
        ['skipped', 'done'],
      );
      assert.equal(report.totals.files, 1);
    }
  });

  test('asks a server anew how large its file is', { open: false }, async ({ weft, page }) => {
    const server = await startTestServer({ root: SITE });
    const put = (/** @type {string} */ body) =>
      fetch(`${server.url}/files/growing.txt`, { method: 'PUT', body });
    try {
      weft.url = `${server.url.replace('127.0.0.1', 'localhost')}/`;
      await weft.open();
      await page.evaluate(() => {
        globalThis.weft.clear();
        globalThis.weft.addUrl('files/growing.txt');
      });
      for (const mode of /** @type {const} */ (['sync', 'async', 'workers'])) {
        for (const [body, status] of [
          ['small', 'skipped'],
          ['large '.repeat(50), 'done'],
        ]) {
          await put(body);
          const { files } = await page.evaluate(
            (chosen) => globalThis.weft.run({ mode: chosen, minBytes: 100 }),
            mode,
          );
          assert.equal(files[0].status, status, mode);
        }
      }
    } finally {
      server.close();
    }
  });

  test('of heavier computing gives the same figures', async ({ weft, page, disk }) => {
    const paths = disk.writeAll({ 'a.txt': 'a b\nc\n'.repeat(1000), 'b.txt': 'no end of line' });
    await weft.clearList();
    await weft.dropAndWait(paths, 2);
    const figures = await countWithPython(paths);
    for (const mode of /** @type {const} */ (['sync', 'async', 'workers'])) {
      const report = await page.evaluate(
        (chosen) => globalThis.weft.run({ mode: chosen, cpuPasses: 7, chunkBytes: 333 }),
        mode,
      );
      assert.deepEqual(report.files.map(figuresOf), figures, mode);
    }
  });
});
