// Every exercise, done with the mouse. What the panel says is compared with what the page's API tells.

import assert from 'node:assert/strict';
import { holdReads, letGo, untilHeld } from './support/gates.mjs';
import { describeInEachBrowser } from './support/suite.mjs';

/**
 * @typedef {import('./support/suite.mjs').Visit} Visit
 * @typedef {import('../../web/program/weft.js').Widget} Widget
 */

const TALL = { height: 1800 };
const HEADING = /^--- Exercise: /;

/** Opens an exercise, or a question, of the panel. @param {Visit} visit @param {string} title */
async function openExercise({ weft }, title) {
  if (!(await weft.find('Exercises', { role: 'tab', checked: true }))) await weft.click('Exercises', 'tab');
  // What was done last may still be growing, and move what stands below it.
  await weft.untilSettled();
  await weft.click(title, 'button');
  await weft.see(title, { role: 'button', checked: true });
  await weft.untilSettled();
}

/** Presses the button that does it, and waits until it has begun. @param {Visit} visit @param {string} button */
async function begin({ weft }, button) {
  const before = await weft.countLog(HEADING);
  await weft.click(button, 'button');
  await weft.untilLogged(HEADING, before + 1);
}

/** The same, and waits for its end. @param {Visit} visit @param {string} button */
async function beginAndEnd(visit, button) {
  await begin(visit, button);
  await visit.weft.untilIdle();
  await visit.weft.see(button, { role: 'button', disabled: false });
}

/** Opens it, and does it. @param {Visit} visit @param {string} title @param {string} button */
async function doExercise(visit, title, button) {
  await openExercise(visit, title);
  await beginAndEnd(visit, button);
}

/** A figure as the panel shows it. @param {Visit} visit @param {string} label @param {string | RegExp} value */
const seeFigure = ({ weft }, label, value) => weft.see(label, { role: 'row', value });

/** A sentence that begins with these words. @param {Visit} visit @param {RegExp} words */
async function seeWords({ weft, page }, words) {
  await page.waitForFunction(
    (source) => globalThis.weft.widgets().some(({ label }) => new RegExp(source).test(label)),
    { timeout: 30_000 },
    words.source,
  );
  assert.ok((await weft.widgets()).some(({ label, height }) => words.test(label) && height > 8));
}

/** What the panel says of the files, in their order. @param {Visit} visit @returns {Promise<string[]>} */
async function stories({ weft }) {
  const widgets = await weft.widgets();
  const from = widgets.findIndex(({ role, label }) => role === 'tab' && label === 'Settings');
  return widgets
    .slice(from)
    .filter(({ role, label }) => role === 'row' && /\.(txt|csv)$/.test(label))
    .map(({ value }) => value);
}

/** @param {Visit} visit */
async function seeNothingLeft({ page }) {
  await page.waitForFunction(
    () => {
      const { openFiles, liveFibers, pendingOperations } = globalThis.weft.diagnostics();
      return openFiles === 0 && liveFibers === 0 && pendingOperations === 0;
    },
    { timeout: 30_000 },
  );
}

describeInEachBrowser('Exercises', ({ test }) => {
  test('parse a CSV file, and pull its rows', TALL, async (visit) => {
    const { weft } = visit;
    await doExercise(visit, 'CSV instead of text', 'Parse a CSV file');
    await seeWords(
      visit,
      /^people\.csv has \d+ rows of \d+ fields below its header\. Bad rows: 1, the first on line \d+\.$/,
    );
    await weft.click('See its rows', 'button');
    await weft.see('Rows', { role: 'radio', checked: true });
    await weft.see('Generator', { role: 'status', value: /^(suspended at|finished)/ });
    await weft.click('Close', 'button');
    await seeNothingLeft(visit);
  });

  test('skip small files', TALL, async (visit) => {
    await doExercise(visit, 'Skip small files', 'Skip under 100 bytes');
    await seeWords(visit, /^tiny\.txt was skipped: smaller than 100 bytes\. The totals leave it out\.$/);
    await seeFigure(visit, 'Skipped', '1');
    await seeFigure(visit, 'Read to the end', '10');
    assert.deepEqual(await stories(visit), [...Array(10).fill('done'), 'skipped']);
    await seeNothingLeft(visit);
  });

  test('write the results, and tick what was done', TALL, async (visit) => {
    const { weft, page } = visit;
    await doExercise(visit, 'Write the results', 'Write the summary');
    await seeWords(visit, /^The results of 10 files were written into \/data, as CSV, JSON and Markdown/);
    const sizes = await page.evaluate(async () => {
      const report = await globalThis.weft.exercise('write-results');
      return report.figures;
    });
    for (const format of ['csv', 'json', 'md']) assert.ok(sizes[format] > 100, `${format}: ${sizes[format]}`);
    await openExercise(visit, 'What you have done');
    await weft.see('Write a file asynchronously', { role: 'checkbox', checked: true });
    await seeNothingLeft(visit);
  });

  test('a missing file cancels the rest where nobody handles it', TALL, async (visit) => {
    await doExercise(visit, 'A file that does not exist', 'Leave it unhandled');
    await seeWords(
      visit,
      /^One file failed, and nobody handled it\. .* cancelled the rest: the other 10 were not read to the end\.$/,
    );
    const told = await stories(visit);
    assert.equal(told[2], 'ENOENT');
    assert.deepEqual(told.toSpliced(2, 1), Array(10).fill('cancelled'));
    await seeNothingLeft(visit);
  });

  test('a missing file harms nobody where its failure is handled', TALL, async (visit) => {
    await doExercise(visit, 'Handle the missing file', 'Handle it');
    await seeWords(
      visit,
      /^One file failed\. Its failure is handled: .* the other 10 were read to the end\.$/,
    );
    const told = await stories(visit);
    assert.equal(told[2], 'ENOENT');
    assert.deepEqual(told.toSpliced(2, 1), Array(10).fill('done'));
    await seeNothingLeft(visit);
  });

  test('leaked files end in EMFILE, and a scope closes them', TALL, async (visit) => {
    const { page, weft } = visit;
    await page.evaluate(() => globalThis.weft.configure({ maxOpenFiles: 23 }));
    await doExercise(visit, 'Open and never close', 'Leak until EMFILE');
    await seeWords(visit, /^Open number 24 failed\. .*\(EMFILE\)/);
    await weft.see('Open files', { role: 'progressbar', value: '0 of 23, 23 at the worst moment' });
    assert.deepEqual(await stories(visit), Array(10).fill('EMFILE'));
    await seeNothingLeft(visit);

    await doExercise(visit, 'Close by scope', 'Open in a scope');
    await seeWords(visit, /^46 files were opened, twice as many as may be open, and no open failed/);
    await weft.see('Open files', { role: 'progressbar', value: '0 of 23, 1 at the worst moment' });
    await seeNothingLeft(visit);

    await openExercise(visit, 'Why does it matter to open files in a scope?');
    await seeWords(visit, /^Without closing, 23 of 23 files were open, and 10 others could not be opened\.$/);
    await seeWords(visit, /^With a scope for each, 46 files were opened, and never more than 1 was open\.$/);
  });

  test('a blocking call makes the other fibers stand still', TALL, async (visit) => {
    await doExercise(visit, 'A blocking call in async code', 'Block among others');
    await seeWords(
      visit,
      /^It works, and file_10\.txt got its bytes\. But while it blocked the thread for \d+ ms/,
    );
    const told = await stories(visit);
    assert.equal(told[9], 'done', 'the one that blocks loses nothing itself');
    for (const story of told.slice(0, 9)) assert.match(story, /^done, stood still for \d/);
    const report = await visit.page.evaluate(() => globalThis.weft.exercise('blocking-call'));
    assert.ok(report.figures.frameGapMs >= report.figures.blockedMs * 0.98, 'the page stood still too');
    for (const row of report.files.slice(0, 9)) assert.ok(row.stalledMs >= report.figures.blockedMs * 0.98);
    await seeNothingLeft(visit);
  });

  test('the high-water mark follows the limit of the semaphore', TALL, async (visit) => {
    const { weft } = visit;
    await doExercise(visit, 'A semaphore for open files', 'Open behind a semaphore');
    await weft.see('Open files', { role: 'progressbar', value: '0 of 8, 8 at the worst moment' });
    for (const limit of [1, 5, 32]) {
      await weft.slide('Limit', String(limit), Number);
      await weft.see('Open files', {
        role: 'progressbar',
        value: `0 of ${limit}, ${limit} at the worst moment`,
      });
      await weft.untilIdle();
    }
    await seeNothingLeft(visit);
  });

  test('latency makes async win, computing does not', TALL, async (visit) => {
    const { page } = visit;
    await openExercise(visit, 'When does async help against plain reads?');
    await beginAndEnd(visit, 'Compare with latency');
    await seeWords(visit, /^Every read took 40 ms longer\. Async was .* times as fast as sync/);
    await seeWords(visit, /^With latency, sync took \d+ ms and async \d+ ms: \d/);
    await beginAndEnd(visit, 'Compare with computing');
    await seeWords(visit, /^With computing, sync took \d+ ms and async \d+ ms: \d/);
    const { figures } = await page.evaluate(() => globalThis.weft.exercise('add-latency'));
    for (const waits of [figures.syncMs, figures.asyncOneMs])
      assert.ok(waits >= 10 * 40, 'one after another, the waits of ten files add up');
    await seeNothingLeft(visit);
  });

  test('workers share the computing', TALL, async (visit) => {
    await doExercise(visit, 'When threads rather than async?', 'Compare with workers');
    await seeWords(visit, /workers/i);
    const { figures } = await visit.page.evaluate(() => globalThis.weft.exercise('use-workers'));
    assert.ok(figures.syncMs > 0 && figures.workersMs > 0);
    assert.ok(Math.abs(figures.workersSpeedUp - figures.syncMs / figures.workersMs) < 1e-9);
    await seeNothingLeft(visit);
  });

  test('a generator hands over five lines and is closed half-way', TALL, async (visit) => {
    const title = 'What is an async generator, and how does “async for” pull from it?';
    await doExercise(visit, title, 'Pull five lines');
    await seeFigure(visit, 'Lines pulled', '5');
    await seeFigure(visit, 'Open half-way', '1');
    await seeFigure(visit, 'Open now', '0');
    await seeNothingLeft(visit);
  });

  test('show their code, and where it comes from', TALL, async (visit) => {
    const { weft, page, url } = visit;
    await openExercise(visit, 'Close by scope');
    await weft.see('C++', { role: 'text', value: /vfs::File::open\(files, / });
    await weft.click('Python', 'radio');
    await weft.see('Python', { role: 'text', value: /async with aiofiles\.open/ });
    const opened = new Promise((resolve) => page.browserContext().once('targetcreated', resolve));
    await weft.click('Open the source', 'button');
    const target = /** @type {import('puppeteer-core').Target} */ (await opened);
    assert.match(target.url() || '', /^(about:blank|.*close_by_scope\.cpp\.txt)$/);
    const source = await fetch(new URL('source/src/lab/exercises/close_by_scope.cpp.txt', url));
    assert.ok((await source.text()).includes('open_in_a_scope'));
  });

  test('say why their code is not there, and fetch it when they are opened again', TALL, async (visit) => {
    const { weft, page } = visit;
    await page.evaluate(() => {
      const real = globalThis.fetch;
      globalThis.fetch = (...request) =>
        String(request[0]).endsWith('/code.txt') ? Promise.reject(new TypeError('gone')) : real(...request);
      Object.assign(globalThis, { letCodeGo: () => (globalThis.fetch = real) });
    });
    await openExercise(visit, 'Close by scope');
    await seeWords(
      visit,
      /^The code of the exercises cannot be fetched: code\.txt is missing \(no connection\)\.$/,
    );
    await page.evaluate(() => /** @type {any} */ (globalThis).letCodeGo());
    await weft.click('Close by scope', 'button');
    await openExercise(visit, 'Close by scope');
    await weft.see('C++', { role: 'text', value: /vfs::File::open\(files, / });
  });

  test('can be stopped half-way, and leave nothing open', TALL, async (visit) => {
    const { weft, page } = visit;
    await openExercise(visit, 'When does async help against plain reads?');
    await holdReads(page);
    await begin(visit, 'Compare with latency');
    await untilHeld(page, 'reads');
    await weft.click('Stop', 'button');
    await seeWords(visit, /^Cancelled\.$/);
    await weft.untilIdle();
    await seeNothingLeft(visit);
    await letGo(page, 'reads');
  });

  test('are refused by name and by options where they make no sense', async ({ page }) => {
    const refusals = await page.evaluate(async () => {
      const words = (/** @type {Promise<unknown>} */ promise) =>
        promise.then(String, (error) => error.message);
      const { weft } = globalThis;
      return [
        await words(weft.exercise(/** @type {any} */ ('juggle'))),
        await words(weft.exercise('limit-open-files', { limit: 0 })),
        await words(weft.exercise('limit-open-files', /** @type {any} */ ({ files: 3 }))),
      ];
    });
    assert.deepEqual(refusals, [
      'there is no exercise juggle',
      'limit must be between 1 and 32',
      'there is no option "files"',
    ]);
  });
});
