// Memory is bounded by the chunks in flight, not by the sizes of files.

import assert from 'node:assert/strict';
import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { describeInEachBrowser } from './support/suite.mjs';
import { countWithPython, figuresOf } from './support/oracle.mjs';

const MIB = 1024 * 1024;

/** @param {number} bytes */
const inMiB = (bytes) => `${(bytes / MIB).toFixed(1)} MiB`;

/** Lines of many lengths. The size has no common factor with any that is read: each part of a file begins elsewhere. */
function block() {
  const lines = Array.from(
    { length: 600 },
    (_, index) => `${'weft '.repeat(index % 97)}${'w'.repeat((index * 37) % 4001)}`,
  );
  return Buffer.from(lines.join('\n')).subarray(0, 1_000_003);
}

/** @param {string} path @param {number} bytes at least */
function writeLargeFile(path, bytes) {
  const content = block();
  const file = openSync(path, 'w');
  for (let at = 0; at < bytes; at += content.length) writeSync(file, content);
  closeSync(file);
}

/** @param {import('puppeteer-core').Page} page @param {object} settings */
const runAndWeigh = (page, settings) =>
  page.evaluate(async (chosen) => {
    const before = globalThis.weft.diagnostics().heapBytes;
    const report = await globalThis.weft.run(chosen);
    return { before, after: globalThis.weft.diagnostics().heapBytes, report };
  }, settings);

describeInEachBrowser('Large inputs', ({ test }) => {
  test('2,000 files of 16 KB', async ({ weft, page, disk, note }) => {
    const content = 'sixteen bytes, \n'.repeat(1000);
    const paths = Array.from({ length: 2000 }, (_, index) =>
      disk.write(`many/${index}.txt`, `${content}${index}`),
    );
    await weft.clearList();
    await weft.dropAndWait([join(disk.root, 'many')], 2000);
    const { before, after, report } = await runAndWeigh(page, { mode: 'async', concurrency: 16 });
    const figures = await countWithPython(paths);
    const wanted = new Map(paths.map((_, index) => [`/drop/many/${index}.txt`, figures[index]]));
    for (const row of report.files) assert.deepEqual(figuresOf(row), wanted.get(row.path), row.path);
    assert.equal(report.totals.files, 2000);
    assert.ok(report.peakOpenFiles <= 16);
    note(`2,000 files, ${inMiB(report.totals.bytes)}: heap ${inMiB(before)} before, ${inMiB(after)} after`);
    assert.ok(
      after - before < report.totals.bytes / 2,
      `${inMiB(after - before)} for ${inMiB(report.totals.bytes)}`,
    );
  });

  test('one file of 1 GiB', { timeout: 240_000 }, async ({ weft, page, disk, note }) => {
    const path = join(disk.root, 'large.txt');
    writeLargeFile(path, 1024 * MIB);
    await weft.clearList();
    await weft.dropAndWait([path], 1);
    const { before, after, report } = await runAndWeigh(page, { mode: 'async', chunkBytes: 4 * MIB });
    assert.deepEqual(report.files.map(figuresOf), await countWithPython([path]));
    note(`1 GiB: heap ${inMiB(before)} before, ${inMiB(after)} after`);
    assert.ok(after - before < 32 * MIB, `the heap grew by ${inMiB(after - before)} for chunks of 4 MiB`);
  });

  test('one file of 200 MiB, of which each mode sees the parts in their order', async ({
    weft,
    page,
    disk,
  }) => {
    const path = join(disk.root, 'ordered.txt');
    writeLargeFile(path, 200 * MIB);
    await weft.clearList();
    await weft.dropAndWait([path], 1);
    const figures = await countWithPython([path]);
    for (const mode of ['async', 'workers', 'sync']) {
      const { report } = await runAndWeigh(page, { mode, chunkBytes: MIB });
      assert.deepEqual(report.files.map(figuresOf), figures, mode);
    }
  });
});
