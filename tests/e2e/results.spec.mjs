import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { createRequire } from 'node:module';
import { allowDownloads } from './support/downloads.mjs';
import { chooseFormat, diagnose, partsLeft, stored, storedNames } from './support/saved_results.mjs';
import { describeInEachBrowser } from './support/suite.mjs';

/**
 * @typedef {import('./support/suite.mjs').Visit} Visit
 * @typedef {import('puppeteer-core').Page} Page
 * @typedef {import('../../web/program/weft.js').RunReport} RunReport
 */

const Papa = createRequire(import.meta.url)('papaparse');

const FORMATS = /** @type {const} */ ([
  ['CSV', 'csv'],
  ['JSON', 'json'],
  ['Markdown', 'md'],
]);
const FIGURES = /** @type {const} */ (['bytes', 'lines', 'words', 'chars', 'longestLine', 'order']);
const TIMES = /** @type {const} */ (['elapsedMs', 'waitMs', 'cpuMs']);
const FORMULA = `=cmd|' /C calc'!A0.txt`;

/** The lines of a file as the page's own file system reads them. @param {Page} page @param {string} path */
const linesOf = (page, path) =>
  page.evaluate(async (wanted) => {
    const stepper = globalThis.weft.lines([wanted]);
    const lines = await stepper.next(100_000);
    stepper.close();
    return lines.map(({ text }) => text);
  }, path);

/** @param {number} ms as a summary writes it */
const rounded = (ms) => Number(ms.toFixed(3));

/** @param {string} text @param {RunReport} report */
function assertCsv(text, report) {
  const { data, errors } = Papa.parse(text, { header: true, skipEmptyLines: true });
  const records = /** @type {Record<string, string>[]} */ (data);
  assert.deepEqual(errors, []);
  assert.equal(records.length, report.files.length + 1);
  report.files.forEach((row, index) => {
    const record = records[index];
    assert.deepEqual(
      [record.path, record.status, record.error, record.reason, record.encoding, record.compression],
      [row.path, row.status, row.error?.code ?? '', row.reason ?? '', row.encoding, row.compression ?? ''],
    );
    for (const figure of FIGURES)
      assert.equal(record[figure], String(row[figure]), `${figure} of ${row.path}`);
    for (const time of TIMES)
      assert.equal(Number(record[time]), rounded(row[time]), `${time} of ${row.path}`);
  });
  const total = records[report.files.length];
  assert.deepEqual(
    [total.path, total.status, total.bytes, total.lines, total.words, Number(total.elapsedMs)],
    [
      'total',
      'finished',
      ...[report.totals.bytes, report.totals.lines, report.totals.words].map(String),
      rounded(report.wallMs),
    ],
  );
}

/** The part of a row that a summary has, with its times as it writes them. @param {RunReport['files'][number]} row */
const summaryOf = ({ path, status, error, reason, encoding, compression, ...row }) => ({
  ...{ path, status, encoding },
  ...(compression && { compression }),
  ...(error && { error }),
  ...(reason && { reason }),
  ...Object.fromEntries(FIGURES.map((figure) => [figure, row[figure]])),
  ...Object.fromEntries(TIMES.map((time) => [time, rounded(row[time])])),
});

/** @param {string} text @param {RunReport} report */
function assertJson(text, report) {
  const { mode, cancelled, wallMs, totals, peakOpenFiles, peakInFlight, reads, files } = report;
  assert.deepEqual(JSON.parse(text), {
    ...{ mode, cancelled, totals, peakOpenFiles, peakInFlight, reads },
    wallMs: rounded(wallMs),
    files: files.map(summaryOf),
  });
}

/** @param {string} text @param {RunReport} report */
function assertMarkdown(text, report) {
  const rows = text.split('\n').filter((line) => line.startsWith('|'));
  assert.equal(rows.length, 2 + report.files.length + 1);
  const cells = rows.map((row) => row.replaceAll(/\\./g, '').split('|').length);
  assert.deepEqual(new Set(cells).size, 1, 'every row has as many cells');
  report.files.forEach((row, index) => {
    const [, path, status, , , bytes, lines, words] = rows[index + 2]
      .split(/(?<!\\)\|/)
      .map((cell) => cell.trim());
    assert.deepEqual(
      [path.replaceAll(/\\(.)/g, '$1'), status, bytes, lines, words],
      [row.path, row.status, ...[row.bytes, row.lines, row.words].map(String)],
    );
  });
}

const CHECKS = { csv: assertCsv, json: assertJson, md: assertMarkdown };

describeInEachBrowser('Saving results', ({ test, kind }) => {
  /** Some of everything: files that are done, one to skip, one that is gone. @param {Visit} visit */
  async function prepare({ weft, page, disk }) {
    const paths = disk.writeAll({
      '=1+2.txt': 'a formula\n'.repeat(20),
      'pipe|and_under*score.txt': 'word '.repeat(100),
      'small.txt': 'x',
      'ünï, "quoted".txt': 'é\n'.repeat(80),
    });
    await weft.clearList();
    await weft.dropAndWait(paths, paths.length);
    // No disk takes this name, but a script may bring it.
    await page.evaluate((name) => {
      globalThis.weft.addFiles([new File(['x '.repeat(80)], name)]);
      globalThis.weft.configure({ minBytes: 100 });
    }, FORMULA);
    await weft.untilFiles(paths.length + 1);
  }

  /** @param {Page} page */
  const run = (page) => page.evaluate(() => globalThis.weft.run());

  test('writes each format by mouse, and reads it back', async (visit) => {
    const { weft, page } = visit;
    await prepare(visit);
    assert.equal(await weft.find('Save results', { role: 'button' }), undefined, 'not before a run');
    const report = await run(page);
    const before = await diagnose(page);
    for (const [title, format] of FORMATS) {
      await chooseFormat(visit, title);
      await weft.click('Write', 'button');
      const path = `/data/summary.${format}`;
      await weft.see('Saved results', { role: 'status', value: new RegExp(`^Written to ${path}, `) });
      const text = await stored(page, `summary.${format}`);
      CHECKS[format](text, report);
      const lines = await linesOf(page, path);
      assert.deepEqual(lines, text.split(/\r?\n/).slice(0, -1), 'the page reads the same');
    }
    assert.deepEqual(await diagnose(page), before, 'nothing is left behind');
    assert.deepEqual(await partsLeft(page), []);
  });

  test('makes names harmless that a spreadsheet would take for a formula', async (visit) => {
    const { page } = visit;
    await prepare(visit);
    const report = await run(page);
    assert.ok(report.files.some(({ path }) => path.endsWith(FORMULA)));
    await page.evaluate(() => globalThis.weft.writeSummary('csv'));
    const { data } = Papa.parse(await stored(page, 'summary.csv'));
    for (const cell of /** @type {string[][]} */ (data).flat()) assert.doesNotMatch(cell, /^[=+\-@\t\r\n]/);
  });

  test('downloads each format as it was written', async (visit) => {
    const { weft, page, disk } = visit;
    await allowDownloads(kind.name, page, disk.root);
    const report = await run(page);
    for (const [title, format] of FORMATS) {
      await chooseFormat(visit, title);
      await weft.click('Download', 'button');
      await weft.see('Saved results', {
        role: 'status',
        value: new RegExp(`summary.${format}, .* and downloaded\\.$`),
      });
      const path = `${disk.root}/summary.${format}`;
      const wanted = await stored(page, `summary.${format}`);
      for (let waits = 0; waits < 100; waits++) {
        if (existsSync(path) && readFileSync(path, 'utf8').length === wanted.length) break;
        await sleep(50);
      }
      assert.equal(readFileSync(path, 'utf8'), wanted);
      CHECKS[format](wanted, report);
    }
  });

  test('refuses what it cannot save', async ({ page, weft }) => {
    const attempt = (/** @type {unknown} */ format) =>
      page.evaluate(
        (given) => /** @type {any} */ (globalThis.weft).writeSummary(given).then(String, String),
        format,
      );
    assert.match(await attempt('csv'), /^Error: There are no results to save yet/);
    for (const format of ['xls', 7, null]) assert.match(await attempt(format), /^TypeError: format must be/);
    assert.deepEqual(
      (await storedNames(page)).filter((name) => name.startsWith('summary')),
      [],
    );
    await weft.see('file_01.txt', { role: 'row' });
  });

  test('skips small files by one click, and says why', async ({ page, weft, disk }) => {
    await weft.clearList();
    await weft.dropAndWait(disk.writeAll({ 'small.txt': 'x', 'large.txt': 'word '.repeat(50) }), 2);
    await weft.click('Settings', 'tab');
    await weft.click('Skip files under 100 bytes', 'checkbox');
    await weft.see('Skip files under 100 bytes', { role: 'checkbox', checked: true });
    assert.equal((await page.evaluate(() => globalThis.weft.configure())).minBytes, 100);
    await weft.runToEnd();
    await weft.see('small.txt', { role: 'row', value: 'Skipped: smaller than 100 bytes' });
    await weft.see('1 file done', { role: 'text' });
    await weft.see('1 skipped', { role: 'text' });
    await weft.click('Skip files under 100 bytes', 'checkbox');
    await weft.see('Skip files under 100 bytes', { role: 'checkbox', checked: false });
    await weft.runToEnd();
    await weft.see('small.txt', { role: 'row', value: 'Done' });
    await weft.see('2 files done', { role: 'text' });
  });
});
