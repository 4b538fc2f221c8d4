import assert from 'node:assert/strict';
import { appendFileSync, rmSync, truncateSync } from 'node:fs';
import { describeInEachBrowser } from './support/suite.mjs';

/** @typedef {import('./support/weft_page.mjs').WeftPage} WeftPage */

/** @param {WeftPage} weft @param {string | RegExp} state */
const seeState = (weft, state) => weft.see('Generator', { role: 'status', value: state });

/** The browser reports what it could not read to the console too. */
const LOST_FILE = /ERR_FILE_NOT_FOUND|ERR_UPLOAD_FILE_CHANGED|NotFound|NotReadable/;

/** Some of the page's words, wherever they stand. @param {WeftPage} weft @param {RegExp} words */
async function seeWords({ page }, words) {
  await page.waitForFunction(
    (source) => globalThis.weft.widgets().some(({ label }) => new RegExp(source).test(label)),
    { timeout: 30_000 },
    words.source,
  );
}

describeInEachBrowser('Stepping what cannot be read on', ({ test }) => {
  test('names a file that fails, and goes on with the others', async (visit) => {
    const { weft, disk, troubles } = visit;
    troubles.expect(LOST_FILE);
    const paths = disk.writeAll({ 'gone.txt': 'a\n', 'here.txt': 'c\nd\n' });
    await weft.clearList();
    await weft.dropAndWait(paths, 2);
    rmSync(paths[0]);
    const before = (await weft.log()).length;
    await weft.click('Lines', 'tab');
    await weft.click('Next', 'button');
    await seeState(weft, 'suspended at line 1 of here.txt');
    await seeWords(weft, /^Cannot (open|read) \/drop\/gone\.txt: .*\(ENOENT\)\.$/);
    await weft.see('gone.txt', { role: 'status', value: 'failed' });
    await weft.click('Next 10', 'button');
    await seeState(weft, 'finished, but 1 of 2 files failed');
    const log = (await weft.log()).slice(before);
    assert.equal(log[0], '--- Async generator demo ---');
    assert.match(log[1], /^Failed gone\.txt: Cannot (open|read) \/drop\/gone\.txt: .*\(ENOENT\)\.$/);
    assert.deepEqual(log.slice(2), ['Yielded line 1 from here.txt', 'Yielded line 2 from here.txt']);
  });

  test('says why one file cannot be stepped, as lines and as rows', async (visit) => {
    const { weft, disk, page, troubles } = visit;
    troubles.expect(LOST_FILE);
    const [table] = disk.writeAll({ 'table.csv': 'a,b\n1,2\n3,4\n' });
    await weft.clearList();
    await weft.dropAndWait([table], 1);
    appendFileSync(table, '5,6\n');
    for (const unit of /** @type {const} */ (['lines', 'rows'])) {
      const [failure, state, after] = await page.evaluate(async (what) => {
        const { weft } = globalThis;
        const stepper = what === 'rows' ? weft.rows('/drop/table.csv') : weft.lines();
        const failure = await stepper.next().then(String, ({ code, message }) => ({ code, message }));
        const state = stepper.state;
        const after = await stepper.next(5);
        stepper.close();
        return /** @type {const} */ ([failure, state, after]);
      }, unit);
      const { code, message } = /** @type {any} */ (failure);
      assert.equal(code, 'EIO', JSON.stringify(failure));
      assert.match(message, /^Cannot (open|read) \/drop\/table\.csv: .*\(EIO\)\.$/);
      assert.deepEqual([state, after], ['failed', []], unit);
    }
    await weft.click('Lines', 'tab');
    await weft.click('Lines of', 'button');
    await weft.click('table.csv', 'radio');
    await weft.untilSettled();
    for (const [view, next] of [
      ['Lines', 'Next'],
      ['Rows', 'Next 10'],
    ]) {
      await weft.click(view, 'radio');
      await weft.click(next, 'button');
      await seeState(weft, 'failed');
      await seeWords(weft, /^Cannot (open|read) \/drop\/table\.csv: .*\(EIO\)\.$/);
    }
  });

  test('loses no line that was read before a failure', async ({ weft, disk, page, troubles }) => {
    troubles.expect(LOST_FILE);
    const text = Array.from({ length: 3000 }, (_, index) => `line ${index + 1}`);
    const paths = disk.writeAll({ 'long.txt': text.join('\n'), 'other.txt': 'o\n'.repeat(40) });
    await weft.clearList();
    await weft.dropAndWait(paths, 2);
    await page.evaluate(async () => {
      globalThis.weft.configure({ chunkBytes: 1000 });
      const stepper = globalThis.weft.lines();
      Object.assign(globalThis, { stepper, lines: await stepper.next(20) });
    });
    truncateSync(paths[0], 5000);
    const { lines, failures } = await page.evaluate(async () => {
      const { stepper, lines } = /** @type {any} */ (globalThis);
      const failures = [];
      for (;;) {
        try {
          const more = await stepper.next(100);
          if (more.length === 0) break;
          lines.push(...more);
        } catch (/** @type {any} */ error) {
          failures.push([error.code, error.message]);
        }
      }
      stepper.close();
      return { lines, failures };
    });
    assert.equal(failures.length, 1);
    assert.equal(failures[0][0], 'EIO');
    assert.match(failures[0][1], /^Cannot read \/drop\/long\.txt: /);
    const of = (/** @type {string} */ path) => lines.filter((/** @type {any} */ line) => line.path === path);
    const read = of('/drop/long.txt');
    assert.ok(read.length > 10 && read.length < text.length, `${read.length} lines`);
    assert.deepEqual(
      read.map((/** @type {any} */ line) => line.text),
      text.slice(0, read.length),
    );
    assert.equal(of('/drop/other.txt').length, 40);
  });

  test('over more files than may be open starves no run', async ({ weft, disk, page }) => {
    const files = Object.fromEntries(Array.from({ length: 80 }, (_, index) => [`f${index}.txt`, 'a\nb\n']));
    await weft.clearList();
    await weft.dropAndWait(disk.writeAll(files), 80);
    const { open, runs, after } = await page.evaluate(async () => {
      const { weft } = globalThis;
      const stepper = weft.lines();
      await stepper.next(64);
      const open = weft.diagnostics().openFiles;
      const runs = [];
      for (const mode of /** @type {const} */ (['sync', 'async', 'workers'])) {
        const { totals, peakOpenFiles } = await weft.run({ mode, concurrency: 64, maxOpenFiles: 64 });
        runs.push([totals.files, peakOpenFiles <= 64]);
      }
      const after = (await stepper.next(1000)).length;
      stepper.close();
      return { open, runs, after };
    });
    assert.equal(open, 64);
    assert.deepEqual(runs, Array(3).fill([80, true]));
    assert.equal(after, 80 * 2 - 64);
  });
});
