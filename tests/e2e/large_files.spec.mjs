// Memory is bounded by the chunks in flight, not by the sizes of files.

import assert from 'node:assert/strict';
import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { describeInEachBrowser } from './support/suite.mjs';
import { countWithPython, figuresOf } from './support/oracle.mjs';

const MIB = 1024 * 1024;

/** @param {number} bytes */
const inMiB = (bytes) => `${(bytes / MIB).toFixed(1)} MiB`;

/** 1 MiB of 16 lines of long words. */
function block() {
  const line = Buffer.concat([Buffer.from('w'.repeat(611) + ' ').subarray(0, 612)]);
  const text = Buffer.alloc(64 * 1024, line);
  text[text.length - 1] = 0x0a;
  return Buffer.concat(Array.from({ length: 16 }, () => text));
}

/** @param {string} path @param {number} blocks */
function writeLargeFile(path, blocks) {
  const content = block();
  const file = openSync(path, 'w');
  for (let index = 0; index < blocks; index++) writeSync(file, content);
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
    writeLargeFile(path, 1024);
    await weft.clearList();
    await weft.dropAndWait([path], 1);
    const { before, after, report } = await runAndWeigh(page, { mode: 'async', chunkBytes: 4 * MIB });
    assert.deepEqual(report.files.map(figuresOf), await countWithPython([path]));
    note(`1 GiB: heap ${inMiB(before)} before, ${inMiB(after)} after`);
    assert.ok(after - before < 32 * MIB, `the heap grew by ${inMiB(after - before)} for chunks of 4 MiB`);
  });
});
