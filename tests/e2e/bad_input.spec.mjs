import assert from 'node:assert/strict';
import { appendFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { holdReads, letGo, untilHeld } from './support/gates.mjs';
import { describeInEachBrowser } from './support/suite.mjs';
import { countWithPython, figuresOf } from './support/oracle.mjs';

/** @typedef {import('../../web/program/weft.js').FileRow} FileRow */

const MODES = /** @type {const} */ (['sync', 'async', 'workers']);

/** @param {FileRow} row @param {string[]} codes any of which will do */
function assertFailed(row, ...codes) {
  assert.equal(row.status, 'failed', row.path);
  const { code, message } = row.error ?? { code: 'none', message: '' };
  assert.ok(codes.includes(code), `${row.path}: ${code} (${message}), but not ${codes}`);
  assert.ok(message.includes(row.path), `the words name the file: ${message}`);
  assert.ok(message.includes(code), `the words name the code: ${message}`);
  assert.ok(message.length > row.path.length + code.length + 20, `the words say why: ${message}`);
}

/** The browser reports what it could not read to the console too; only of the blocking fallback is that an error. */
const LOST_FILE = /ERR_FILE_NOT_FOUND|ERR_UPLOAD_FILE_CHANGED|NotFound|NotReadable/;

describeInEachBrowser('Bad input', ({ test, kind }) => {
  const seesAllChanges = kind.name !== 'Firefox';

  test('a file that is deleted or changed after the drop', async ({ weft, page, disk, troubles, note }) => {
    troubles.expect(LOST_FILE);
    if (!seesAllChanges)
      note('reads a file that was rewritten in the same length as it is now, without an error');
    const paths = disk.writeAll({
      'good.txt': 'one two\n',
      'deleted.txt': 'gone soon',
      'shrunk.txt': 'long '.repeat(1000),
      'grown.txt': 'short',
      'rewritten.txt': 'before\n',
      'also good.txt': 'three',
      'empty.txt': '',
      'empty, gone.txt': '',
      'empty, grown.txt': '',
    });
    await weft.clearList();
    await weft.dropAndWait(paths, paths.length);
    rmSync(paths[1]);
    truncateSync(paths[2], 10);
    appendFileSync(paths[3], ', but longer now\n');
    writeFileSync(paths[4], 'after!\n');
    rmSync(paths[7]);
    writeFileSync(paths[8], 'no longer empty\n');
    const good = await countWithPython([paths[0], paths[5], paths[6]]);
    /** @type {Set<string>} */
    const sentences = new Set();
    const settings = MODES.flatMap((mode) => [3, 65_536].map((chunkBytes) => ({ mode, chunkBytes })));
    for (const chosen of settings) {
      const { mode } = chosen;
      const { files, totals } = await page.evaluate((wanted) => globalThis.weft.run(wanted), chosen);
      assert.deepEqual(
        [0, 5, 6].map((index) => figuresOf(files[index])),
        good,
        mode,
      );
      assertFailed(files[1], 'ENOENT');
      assertFailed(files[2], 'EIO');
      assertFailed(files[3], 'EIO');
      assertFailed(files[7], 'ENOENT');
      assertFailed(files[8], 'EIO');
      if (seesAllChanges) {
        assertFailed(files[4], 'EIO');
        assert.equal(totals.files, 3);
        assert.equal(totals.words, good[0].words + good[1].words);
      }
      sentences.add(files.map((row) => row.error?.message).join('\n'));
      assert.equal(await page.evaluate(() => globalThis.weft.diagnostics().openFiles), 0);
    }
    assert.equal(sentences.size, 1, [...sentences].join('\n\n'));
    await weft.see('deleted.txt', { role: 'row', value: /^ENOENT/ });
    await weft.see('shrunk.txt', { role: 'row', value: /^EIO/ });
    await weft.see('good.txt', { role: 'row', value: /^Done/ });
    const log = await weft.log();
    assert.ok(log.some((line) => line.startsWith('Failed deleted.txt: ') && line.includes('ENOENT')));
  });

  test('an empty file in a folder that is gone or not empty any more', async ({
    weft,
    page,
    disk,
    troubles,
  }) => {
    troubles.expect(LOST_FILE);
    const names = ['empty.txt', 'gone.txt', 'grown.txt', 'replaced.txt', 'full.txt'];
    const [, gone, grown, replaced] = names.map((name) =>
      disk.write(`folder/${name}`, name === 'full.txt' ? 'one\n' : ''),
    );
    await weft.clearList();
    await weft.dropAndWait([`${disk.root}/folder`], names.length);
    rmSync(gone);
    appendFileSync(grown, 'no longer empty\n');
    rmSync(replaced);
    writeFileSync(replaced, 'another one\n');
    /** @type {Set<string>} */
    const sentences = new Set();
    for (const mode of MODES) {
      const { files } = await page.evaluate((wanted) => globalThis.weft.run({ mode: wanted }), mode);
      const rowOf = new Map(files.map((row) => [row.path.replace('/drop/folder/', ''), row]));
      const rows = /** @type {FileRow[]} */ (names.map((name) => rowOf.get(name)));
      assert.deepEqual(
        [rows[0].status, rows[0].lines, rows[4].status, rows[4].lines],
        ['done', 0, 'done', 1],
        mode,
      );
      assertFailed(rows[1], 'ENOENT');
      assertFailed(rows[2], 'EIO');
      assertFailed(rows[3], 'EIO', 'ENOENT');
      sentences.add(rows.map((row) => row.error?.message).join('\n'));
    }
    assert.equal(sentences.size, 1, [...sentences].join('\n\n'));
    const stepped = await page.evaluate(() =>
      globalThis.weft
        .lines(['/drop/folder/gone.txt'])
        .next()
        .then(String, ({ code }) => code),
    );
    assert.equal(stepped, 'ENOENT');
  });

  test('a file that is deleted while it is being read', async ({ weft, page, disk, troubles }) => {
    troubles.expect(LOST_FILE);
    const paths = disk.writeAll({ 'a.txt': 'x\n'.repeat(3000), 'b.txt': 'y\n'.repeat(3000) });
    await weft.clearList();
    await weft.dropAndWait(paths, 2);
    await holdReads(page, 20);
    await page.evaluate(() => {
      const settings = /** @type {const} */ ({ mode: 'async', chunkBytes: 100 });
      Object.assign(globalThis, { running: globalThis.weft.run(settings) });
    });
    await weft.see('a.txt', { role: 'row', value: /^[1-9]\d? %/ });
    await untilHeld(page, 'reads', 2);
    rmSync(paths[0]);
    await letGo(page, 'reads');
    const report = await page.evaluate(() => /** @type {any} */ (globalThis).running);
    assertFailed(report.files[0], 'ENOENT');
    assert.equal(report.files[1].status, 'done');
    assert.equal(report.files[1].lines, 3000);
  });

  test('a path that no longer exists, and a directory in a file’s place', async ({ weft, page }) => {
    await page.evaluate(async () => {
      /** @returns {Promise<FileSystemDirectoryHandle>} where the samples are */
      const find = async (/** @type {FileSystemDirectoryHandle} */ directory) => {
        for await (const [name, entry] of directory.entries()) {
          if (name === 'file_02.txt') return directory;
          if (entry.kind !== 'directory') continue;
          const inner = await find(/** @type {FileSystemDirectoryHandle} */ (entry));
          if (inner) return inner;
        }
        return /** @type {any} */ (null);
      };
      const directory = await find(await navigator.storage.getDirectory());
      await directory.removeEntry('file_02.txt');
      await directory.removeEntry('file_03.txt');
      await directory.getDirectoryHandle('file_03.txt', { create: true });
    });
    for (const mode of MODES) {
      const { files, totals } = await page.evaluate((chosen) => globalThis.weft.run({ mode: chosen }), mode);
      assertFailed(files[1], 'ENOENT');
      assertFailed(files[2], 'EISDIR');
      assert.equal(totals.files, 8);
    }
    await weft.see('file_02.txt', { role: 'row', value: /^ENOENT/ });
    await weft.see('file_03.txt', { role: 'row', value: /^EISDIR/ });
  });

  const skip =
    kind.name === 'Firefox' && 'Firefox makes an empty file of a folder, and reads it without an error';
  test('a directory that a script hands over as a file', { skip }, async ({ weft, page, disk, troubles }) => {
    troubles.expect(LOST_FILE);
    disk.write('folder/inner.txt', 'x');
    await page.evaluate(() => {
      addEventListener(
        'drop',
        (event) => {
          event.preventDefault();
          event.stopImmediatePropagation();
          const file = event.dataTransfer?.files[0];
          if (file) globalThis.weft.addFiles([new File(['fine'], 'fine.txt'), file]);
        },
        { capture: true, once: true },
      );
    });
    await weft.clearList();
    const drag = await kind.beginDrag(page, [`${disk.root}/folder`], weft.dropPlace());
    await drag.drop();
    await weft.untilFiles(2);
    for (const mode of MODES) {
      const { files } = await page.evaluate((chosen) => globalThis.weft.run({ mode: chosen }), mode);
      assert.equal(files[0].status, 'done');
      assert.equal(files[1].status, 'failed', JSON.stringify(files[1]));
      assert.match(files[1].error?.code ?? '', /^(EISDIR|EIO|ENOENT)$/);
    }
  });

  test('more open files than allowed', async ({ weft, page }) => {
    for (const mode of /** @type {const} */ (['async', 'workers'])) {
      const settings = { mode, concurrency: 10, maxOpenFiles: 3 };
      const refusal = await page.evaluate(
        (wanted) => globalThis.weft.run(wanted).then(String, (error) => error.message),
        settings,
      );
      assert.match(refusal, /^10 files would be read at once, but only 3 may be open: .*\(EMFILE\)/);
    }
    await page.evaluate(() => globalThis.weft.configure({ concurrency: 10, maxOpenFiles: 3 }));
    await weft.click('Settings', 'tab');
    const words =
      '10 files would be read at once, but only 3 may be open: the others would fail (EMFILE). ' +
      'Set Files at once to 3 at most, or Open files to 10 at least.';
    await weft.see(words, { role: 'status' });
    await weft.click('Run', 'button');
    const { y, height } = await weft.see('Dismiss', { role: 'button' });
    const beside = (await weft.widgets()).filter(
      (widget) => widget.role === 'status' && widget.y < y + height && widget.y + widget.height > y,
    );
    assert.deepEqual(
      beside.map(({ label }) => label),
      [words],
      'as a notice too',
    );
    const again = await page.evaluate(() =>
      globalThis.weft.run({ mode: 'async', concurrency: 3, maxOpenFiles: 3 }),
    );
    assert.equal(again.totals.files, 10);
    assert.ok(again.peakOpenFiles <= 3);
  });

  test('a line generator over a file that is gone', async ({ weft, page, disk, troubles }) => {
    troubles.expect(LOST_FILE);
    const paths = disk.writeAll({ 'gone.txt': 'a\nb\n', 'here.txt': 'c\nd\n' });
    await weft.clearList();
    await weft.dropAndWait(paths, 2);
    rmSync(paths[0]);
    const { failure, lines, state } = await page.evaluate(async () => {
      const stepper = globalThis.weft.lines();
      const failure = await stepper.next(10).then(String, ({ code, message }) => ({ code, message }));
      const lines = [...(await stepper.next(10)), ...(await stepper.next(10))];
      const { state } = stepper;
      stepper.close();
      return { failure, lines, state };
    });
    assertFailed(/** @type {any} */ ({ path: '/drop/gone.txt', status: 'failed', error: failure }), 'ENOENT');
    assert.equal(state, 'finished, but 1 of 2 files failed');
    assert.deepEqual(
      lines.map(({ path, text }) => [path, text]),
      [
        ['/drop/here.txt', 'c'],
        ['/drop/here.txt', 'd'],
      ],
    );
  });
});
