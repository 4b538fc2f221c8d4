import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { holdPart, letGo } from './support/gates.mjs';
import { describeInEachBrowser } from './support/suite.mjs';
import { differenceOf, look, lookUntil } from './support/pixels.mjs';
import { countWithPython, figuresOf } from './support/oracle.mjs';

/** The browser may not look into that folder of a drop. What a folder is, Chromium tells by the first one alone. @param {string} path */
function failToList(path) {
  const { webkitGetAsEntry } = DataTransferItem.prototype;
  DataTransferItem.prototype.webkitGetAsEntry = function () {
    DataTransferItem.prototype.webkitGetAsEntry = webkitGetAsEntry;
    const folder = webkitGetAsEntry.call(this);
    const prototype = Object.getPrototypeOf(folder);
    const { createReader } = prototype;
    prototype.createReader = function () {
      const reader = createReader.call(this);
      if (this.fullPath === path)
        reader.readEntries = (/** @type {unknown} */ _, /** @type {any} */ fail) =>
          fail(new DOMException('', 'NotReadableError'));
      return reader;
    };
    return folder;
  };
}

describeInEachBrowser('Adding files', ({ test }) => {
  test('takes files that are dragged in from the desktop', async ({ weft, page, disk }) => {
    await weft.clearList();
    const paths = disk.writeAll({ 'first.txt': 'one two\n', 'second.txt': 'x'.repeat(2500) });
    await weft.dropAndWait(paths, 2);
    await weft.see('first.txt', { role: 'row' });
    await weft.see('second.txt', { role: 'row' });
    await weft.see('Files', { role: 'text', value: /2 files · 2\.5 kB/ });
    const report = await page.evaluate(() => globalThis.weft.run());
    assert.deepEqual(
      report.files.map((row) => row.path),
      ['/drop/first.txt', '/drop/second.txt'],
    );
    assert.deepEqual(report.files.map(figuresOf), await countWithPython(paths));
  });

  test('shows where to drop while files are dragged over it', async ({ weft, page, disk, kind }) => {
    await weft.untilDrawn();
    const before = await look(page);
    const drag = await kind.beginDrag(page, [disk.write('a.txt', 'a')], weft.dropPlace());
    const during = await lookUntil(page, (seen) => differenceOf(before, seen) > 0.02);
    assert.ok(differenceOf(before, during) > 0.02, 'the drop zone can be seen');
    await drag.leave();
    await page.mouse.move(1, 1);
    const little = differenceOf(before, during) / 4;
    const after = await lookUntil(page, (seen) => differenceOf(before, seen) < little);
    assert.ok(differenceOf(before, after) < little, 'it goes away when the drag leaves');
    await weft.untilFiles(10);
  });

  test('takes a folder of 1,000 files in nested folders whole', async ({ weft, page, disk }) => {
    await weft.clearList();
    const folders = ['', 'north/', 'north/deep/er/', 'south/', 'ümlaut & space/'];
    const names = Array.from(
      { length: 1000 },
      (_, index) => `tree/${folders[index % folders.length]}file ${index}.txt`,
    );
    const paths = names.map((name, index) =>
      disk.write(name, `${'word '.repeat(index % 17)}\n`.repeat(index % 5)),
    );
    await weft.dropAndWait([join(disk.root, 'tree')], names.length);
    const report = await page.evaluate(() => globalThis.weft.run({ mode: 'async', concurrency: 32 }));
    const figures = await countWithPython(paths);
    const wanted = new Map(names.map((name, index) => [`/drop/${name}`, figures[index]]));
    assert.equal(report.files.length, names.length);
    assert.deepEqual(new Map(report.files.map((row) => [row.path, figuresOf(row)])).size, names.length);
    for (const row of report.files) assert.deepEqual(figuresOf(row), wanted.get(row.path), row.path);
  });

  test('gives two files of the same name paths of their own', async ({ weft, page, disk }) => {
    await weft.clearList();
    const first = disk.write('one/same.txt', 'first\n');
    const second = disk.write('two/same.txt', 'the second one\n');
    await weft.dropAndWait([first], 1);
    await weft.dropAndWait([second], 2);
    await weft.dropAndWait([first, second], 4);
    const report = await page.evaluate(() => globalThis.weft.run());
    assert.equal(new Set(report.files.map((row) => row.path)).size, 4);
    assert.deepEqual(report.files.map(figuresOf), await countWithPython([first, second, first, second]));
  });

  test('takes files and folders dropped together', async ({ weft, disk }) => {
    await weft.clearList();
    const single = disk.write('single.txt', 'x');
    disk.writeAll({ 'folder/a.txt': 'a', 'folder/inner/b.txt': 'b' });
    disk.write('other/c.txt', 'c');
    await weft.dropAndWait([single, join(disk.root, 'folder'), join(disk.root, 'other')], 4);
    for (const name of ['single.txt', 'folder/a.txt', 'folder/inner/b.txt', 'other/c.txt'])
      await weft.see(name, { role: 'row' });
  });

  test('says what a drop left out, and adds the rest', async ({ weft, page, disk, kind }) => {
    await weft.clearList();
    const good = disk.write('tree/good.txt', 'one two\n');
    mkdirSync(join(disk.root, 'tree/empty'));
    disk.write('tree/locked/secret.txt', 'x');
    mkdirSync(Buffer.concat([Buffer.from(join(disk.root, 'tree/odd')), Buffer.from([0xff])]));
    await page.evaluate(failToList, '/tree/locked');
    await weft.dropAndWait([join(disk.root, 'tree')], 1);
    const odd =
      kind.name === 'Chromium'
        ? 'something in tree (its name is not UTF-8)'
        : 'tree/odd\ufffd (the browser cannot read it)';
    const [words] = (await weft.log()).filter((line) => line.startsWith('Left out: '));
    assert.deepEqual(
      words.slice('Left out: '.length, -1).split(', ').sort(),
      ['tree/empty (no files in it)', 'tree/locked (the browser cannot read it)', odd].sort(),
    );
    await weft.see(words, { role: 'status' });
    const report = await page.evaluate(() => globalThis.weft.run());
    assert.deepEqual(report.files.map(figuresOf), await countWithPython([good]));
  });

  test('counts what it has no room to name', async ({ weft, disk }) => {
    const folders = ['a', 'b', 'c', 'd', 'e'].map((name) => join(disk.root, name));
    for (const folder of folders) mkdirSync(folder);
    await weft.drop(folders);
    const words = 'a (no files in it), b (no files in it), c (no files in it), and 2 more';
    await weft.see(`Left out: ${words}.`, { role: 'status' });
    await weft.untilFiles(10);
  });

  test('takes a link as a file by its URL, and never goes there', async ({ weft, page, kind, url }) => {
    await weft.clearList();
    const link = `${url}licenses.txt`;
    const data = { 'text/uri-list': link, 'text/plain': link };
    const drag = await kind.beginDrag(page, [], weft.dropPlace(), data);
    await drag.drop();
    await weft.untilFiles(1);
    await weft.untilLogged(/^Added by its URL: .*licenses\.txt$/, 1);
    assert.equal(page.url(), url);
    const [counted, whole] = await page.evaluate(async (file) => {
      const { totals } = await globalThis.weft.run();
      return [totals.bytes, (await (await fetch(file)).arrayBuffer()).byteLength];
    }, link);
    assert.equal(counted, whole);
  });

  test('says that it cannot take a text, and never goes there', async ({ weft, page, kind, url }) => {
    const drag = await kind.beginDrag(page, [], weft.dropPlace(), { 'text/plain': 'some words' });
    await drag.drop();
    await weft.see('Left out: some words (neither a file nor a link to one).', { role: 'status' });
    await weft.untilFiles(10);
    assert.equal(page.url(), url);
  });

  test('says all of a text with a NUL in letters that the browser shapes', async ({ weft, page }) => {
    await page.evaluate(() => {
      const dataTransfer = new DataTransfer();
      dataTransfer.setData('text/plain', 'a\0\u6587\u5b57');
      dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    });
    await weft.see('Left out: a\0\u6587\u5b57 (neither a file nor a link to one).', { role: 'status' });
    assert.equal((await page.evaluate(() => globalThis.weft.run())).totals.files, 10);
  });

  test('keeps what is dropped while it loads', { open: false }, async ({ weft, page, disk, url }) => {
    await page.evaluateOnNewDocument(holdPart, 'weft.wasm');
    await page.goto(url, { waitUntil: 'load' });
    const paths = disk.writeAll({ 'first.txt': 'one two\n', 'second.txt': 'three\n', 'third.txt': 'x' });
    await weft.drop(paths.slice(0, 2));
    await weft.drop(paths.slice(2));
    assert.equal(await page.evaluate(() => 'weft' in globalThis), false, 'it is still loading');
    await letGo(page, 'part');
    await weft.untilReady();
    await weft.untilFiles(13);
    assert.equal(page.url(), url);
    const report = await page.evaluate(() => globalThis.weft.run());
    const dropped = report.files.filter(({ path }) => path.startsWith('/drop/'));
    assert.deepEqual(dropped.map(figuresOf), await countWithPython(paths));
  });

  test('takes files that are picked with the button', async ({ weft, page, disk, kind }) => {
    await weft.clearList();
    const paths = disk.writeAll({ 'picked.txt': 'one\ntwo\n', 'also picked.txt': 'three' });
    await kind.choose(page, paths, () => weft.click('Add files'));
    await weft.untilFiles(2);
    const report = await page.evaluate(() => globalThis.weft.run());
    assert.deepEqual(report.files.map(figuresOf), await countWithPython(paths));
    await kind.choose(page, [disk.write('more.txt', 'more')], () => weft.click('Add files'));
    await weft.untilFiles(3);
  });

  test('takes files that a script hands over', async ({ weft, page }) => {
    await weft.clearList();
    const paths = await page.evaluate(() =>
      globalThis.weft.addFiles([new File(['a b'], 'made.txt'), new File(['c'], 'made.txt')]),
    );
    assert.equal(paths.length, 2);
    assert.equal(paths[0], '/drop/made.txt');
    assert.notEqual(paths[1], paths[0]);
    const report = await page.evaluate(() => globalThis.weft.run());
    assert.deepEqual(
      report.files.map((row) => [row.path, row.words]),
      [
        [paths[0], 2],
        [paths[1], 1],
      ],
    );
  });
});
