import assert from 'node:assert/strict';
import { closeSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
import { startTestServer } from '../unit/vfs/environment/server.mjs';
import { encodedFiles, figuresOf } from './support/oracle.mjs';
import { SITE } from './support/site.mjs';
import { describeInEachBrowser } from './support/suite.mjs';

/** @typedef {import('./support/suite.mjs').Visit} Visit */
/** @typedef {import('../../web/program/weft.js').Settings} Settings */

const MIB = 2 ** 20;
/** One of the files holds more (support/encoded.py). */
const MOST_UNPACKED = 1e7;

/** @param {import('../../web/program/weft.js').FileRow} row */
const found = (row) => ({
  figures: figuresOf(row),
  encoding: row.encoding,
  ...(row.compression && { compression: row.compression }),
  ...(row.error && { code: row.error.code, words: row.error.message }),
});

/**
 * @param {import('../../web/program/weft.js').FileRow} row
 * @param {import('./support/oracle.mjs').Encoded} expected
 * @param {string} what
 */
function assertFound(row, { words = '', ...wanted }, what) {
  const { words: sentence = '', ...actual } = found(row);
  assert.deepEqual(actual, wanted, what);
  assert.ok(sentence.includes(words) && (!words || sentence.includes(row.path)), `${what}: ${sentence}`);
  assert.equal(row.status, wanted.code ? 'failed' : 'done', what);
}

/** Copies what is at the URLs to where the page keeps its samples, and nothing else is left there. @param {string[]} urls */
async function storeInPlaceOfSamples(urls) {
  const weft = await (await navigator.storage.getDirectory()).getDirectoryHandle('weft');
  const folder = await weft.getDirectoryHandle('data');
  const names = [];
  for await (const name of folder.keys()) names.push(name);
  for (const name of names) await folder.removeEntry(name);
  for (const [index, url] of urls.entries()) {
    const file = await folder.getFileHandle(`file_0${index + 1}.txt`, { create: true });
    await (await fetch(url)).body?.pipeTo(await file.createWritable());
  }
}

/** @param {Visit} visit @param {Partial<Settings>[]} variants */
async function countEachWay({ weft, page, disk }, variants) {
  const expected = await encodedFiles(disk.root);
  const names = Object.keys(expected);
  await weft.clearList();
  await weft.dropAndWait(
    names.map((name) => `${disk.root}/${name}`),
    names.length,
  );
  for (const settings of variants) {
    const report = await page.evaluate((given) => globalThis.weft.run(given), {
      ...settings,
      maxUnpackedBytes: MOST_UNPACKED,
    });
    for (const row of report.files) {
      const name = row.path.slice('/drop/'.length);
      assertFound(row, expected[name], `${name} with ${JSON.stringify(settings)}`);
      if (name.includes('.csv')) {
        assert.deepEqual([row.csv?.rows, row.csv?.columns, row.csv?.badRows], [500, 2, 0], name);
      }
    }
  }
}

/** @param {Disk} disk @typedef {import('./support/disk.mjs').Disk} Disk */
function writeLongLine(disk, bytes = 300 * MIB) {
  const path = disk.write('long.txt', 'first\n');
  const file = openSync(path, 'r+');
  ftruncateSync(file, 6 + bytes);
  writeSync(file, '\r\nlast', 6 + bytes);
  closeSync(file);
  return path;
}

describeInEachBrowser('Encodings', ({ test }) => {
  test('are told, and their texts counted as Python counts them, in every mode', async (visit) => {
    await countEachWay(visit, [
      { mode: 'sync', chunkBytes: MIB },
      { mode: 'async', chunkBytes: MIB },
      { mode: 'workers', chunkBytes: MIB },
      { mode: 'async', chunkBytes: 999 },
      { mode: 'workers', chunkBytes: 4097 },
    ]);
    const { weft } = visit;
    await weft.see('Encoding of little.txt', { role: 'text', value: 'UTF-16LE' });
    await weft.see('Encoding of packed.txt', { role: 'text', value: 'gzip' });
    await weft.see('Encoding of latin.txt', { role: 'text', value: 'not UTF-8' });
  });

  test('are told where reads block by requests', { isolated: false }, async (visit) => {
    await countEachWay(visit, [{ mode: 'sync', chunkBytes: MIB }, { mode: 'workers' }]);
  });

  test('are told of what comes by URL, or lies in the browser’s storage', { open: false }, async (visit) => {
    const { weft, page, disk } = visit;
    const expected = await encodedFiles(disk.root);
    const names = Object.keys(expected).filter((name) => expected[name].compression);
    const server = await startTestServer({ root: SITE });
    try {
      weft.url = `${server.url.replace('127.0.0.1', 'localhost')}/`;
      for (const name of names)
        await fetch(`${weft.url}files/${name}`, {
          method: 'PUT',
          body: readFileSync(`${disk.root}/${name}`),
        });
      await weft.open();
      await page.evaluate(
        storeInPlaceOfSamples,
        names.map((name) => `files/${name}`),
      );
      await weft.reload();
      await page.evaluate(
        (urls) => void urls.map((url) => globalThis.weft.addUrl(url)),
        ['files', 'plain'].flatMap((place) => names.map((name) => `${place}/${name}`)),
      );
      for (const mode of /** @type {const} */ (['sync', 'async', 'workers'])) {
        const settings = { mode, maxUnpackedBytes: MOST_UNPACKED };
        const { files } = await page.evaluate((given) => globalThis.weft.run(given), settings);
        const places = files.map(({ path }) =>
          path.match(/^\/(data|.*\/files|.*\/plain)\//)?.[1].replace(/.*\//, ''),
        );
        assert.deepEqual(
          places,
          ['data', 'files', 'plain'].flatMap((place) => names.map(() => place)),
        );
        for (const [index, row] of files.entries()) {
          const name = names[index % names.length];
          assertFound(row, expected[name], `${row.path} (${name}), ${mode}`);
        }
      }
    } finally {
      server.close();
    }
  });

  test('of lines and rows are decoded when they are stepped', async ({ weft, page, disk }) => {
    const expected = await encodedFiles(disk.root);
    const names = ['little.txt', 'big-unmarked.txt', 'packed.txt', 'short.gz', 'table.csv.gz'];
    assert.ok(names.every((name) => expected[name]));
    await weft.clearList();
    await weft.dropAndWait(
      names.map((name) => `${disk.root}/${name}`),
      names.length,
    );
    const stepped = await page.evaluate(async () => {
      const third = async (/** @type {string} */ path) => (await globalThis.weft.lines([path]).next(3))[2];
      const texts = [];
      for (const name of ['little.txt', 'big-unmarked.txt', 'packed.txt', 'short.gz'])
        texts.push(await third(`/drop/${name}`));
      const rows = await globalThis.weft.rows('/drop/table.csv.gz').next(3);
      return {
        texts: texts.map(({ text, offset }) => [text, offset]),
        fields: rows.map(({ fields }) => fields),
      };
    });
    const third = '2\t🧵 thread\ufeff and 文字';
    const utf16 = 2 * 'id\tname\r\n1\tÅsa €\n'.length;
    const utf8 = new TextEncoder().encode('id\tname\r\n1\tÅsa €\n').length;
    assert.deepEqual(stepped.texts, [
      [third, utf16 + 2],
      [third, utf16],
      [third, utf8],
      [third, utf8],
    ]);
    assert.deepEqual(stepped.fields, [
      ['id', 'name'],
      ['0', 'Åsa "0"'],
      ['1', 'Åsa "1"'],
    ]);
  });

  test('of every character there is reach JavaScript unharmed, and come back', async ({
    weft,
    page,
    disk,
  }) => {
    const all = Array.from({ length: 0x110000 }, (_, code) => code).filter(
      (code) => code < 0xd800 || code > 0xdfff,
    );
    const text = all
      .map((code) => `${String.fromCodePoint(code)}x\0\ufeffy${code % 64 ? '' : '\n'}`)
      .join('');
    await weft.clearList();
    await weft.dropAndWait([disk.write('all.txt', text)], 1);
    const harmed = await page.evaluate(async (size) => {
      const file = globalThis.weft.lines();
      let found = '';
      for (let lines = await file.next(5000); lines.length > 0; lines = await file.next(5000))
        found += lines.map(({ text }) => `${text}\n`).join('');
      const codes = Array.from({ length: size }, (_, code) => code).filter(
        (code) => code < 0xd800 || code > 0xdfff,
      );
      const wanted = codes
        .map((code) => `${String.fromCodePoint(code)}x\0\ufeffy${code % 64 ? '' : '\n'}`)
        .join('');
      // A name goes into the program and comes out again.
      const names = [];
      for (let at = 0; at < codes.length; at += 20_000) {
        const name = String.fromCodePoint(...codes.slice(at, at + 20_000).filter((code) => code > 0x7f));
        names.push(globalThis.weft.addFiles([new File([], name)])[0] === `/drop/${name}`);
      }
      globalThis.weft.clear();
      return [found.length - wanted.length, found.trimEnd() === wanted.trimEnd(), names.every(Boolean)];
    }, 0x110000);
    assert.deepEqual(harmed.slice(1), [true, true], `${harmed[0]} characters too many`);
  });
});

describeInEachBrowser('A line of 300 MiB', ({ test }) => {
  test('is cut at 4 MiB and says how long it is', async ({ weft, page, disk }) => {
    await weft.clearList();
    await weft.dropAndWait([writeLongLine(disk)], 1);
    const lines = await page.evaluate(async () => {
      const stepper = globalThis.weft.lines();
      const lines = await stepper.next(9);
      return lines.map(({ number, offset, length, text }) => [number, offset, length, text.length]);
    });
    assert.deepEqual(lines, [
      [1, 0, 5, 5],
      [2, 6, 300 * MIB, 4 * MIB],
      [3, 6 + 300 * MIB + 2, 4, 4],
    ]);
    await weft.click('Lines', 'tab');
    await weft.click('Next 10', 'button');
    await weft.see('last', { role: 'row', value: 'long.txt:3' });
  });

  test('and many of 5 MiB come in several answers, as lines and as rows', async ({ weft, page, disk }) => {
    await weft.clearList();
    await weft.dropAndWait([disk.write('many.txt', `${'x'.repeat(5 * MIB)}\n`.repeat(20))], 1);
    for (const unit of /** @type {const} */ (['lines', 'rows'])) {
      const answers = await page.evaluate(async (wanted) => {
        const { lines, rows } = globalThis.weft;
        const stepper = wanted === 'lines' ? lines() : rows('/drop/many.txt');
        const answers = [];
        for (let items = await stepper.next(1000); items.length > 0; items = await stepper.next(1000))
          answers.push(items.map((item) => ('line' in item ? item.line : item.number)));
        return answers;
      }, unit);
      assert.deepEqual(
        answers.map(({ length }) => length),
        [16, 4],
        `no answer holds more than 64 MiB of ${unit}`,
      );
      assert.deepEqual(
        answers.flat(),
        Array.from({ length: 20 }, (_, index) => index + 1),
        `none of the ${unit} is lost between answers`,
      );
    }
  });
});
