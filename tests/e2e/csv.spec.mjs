import assert from 'node:assert/strict';
import { papaFigures, papaRows } from './support/papa.mjs';
import { describeInEachBrowser } from './support/suite.mjs';

/** @typedef {import('./support/suite.mjs').Visit} Visit */

const PEOPLE = [
  'name,born,"known for"',
  ...Array.from({ length: 300 }, (_, i) => `"Person ${i}",${1900 + i},"a, ""b""\nc"`),
];

/** @type {Record<string, string>} */
const FILES = {
  'people.csv': `${PEOPLE.join('\r\n')}\r\n`,
  'semicolons.CSV': 'a;b;c\n1,5;2;3\n4;5\n6;7;8;9\n\n10;11;12',
  'tabs.tsv': 'a\tb\n"x\ty"\t2\n3\t4\n',
  'pipes.csv': 'a|b|c\r1|2|3\r4|5|6\r',
  'open-quote.csv': `a,b\n1,2\n3,"never closed\n${'more\n'.repeat(2000)}`,
  'stray-quotes.csv': 'a,b\n"x"y,"1"\n2,3\nz"z,4\n',
  'ragged.csv': `a,b\n${'1\n'.repeat(60)}`,
  'empty.csv': '',
  'only-newlines.csv': '\n\n\n',
  'one-column.csv': 'a\n1\n\n2\n',
};
const NAMES = Object.keys(FILES);

/** @param {Visit} visit */
async function dropFiles({ weft, disk }) {
  await weft.clearList();
  await weft.dropAndWait(disk.writeAll(FILES), NAMES.length);
}

/** @param {Visit} visit */
const diagnostics = ({ page }) => page.evaluate(() => globalThis.weft.diagnostics());

/** Waits until nothing of a stepper is left. @param {Visit} visit @param {number} idleFibers */
const seeNothingLeft = ({ page }, idleFibers) =>
  page.waitForFunction(
    (idle) => {
      const { openFiles, liveFibers, pendingOperations } = globalThis.weft.diagnostics();
      return openFiles === 0 && liveFibers === idle && pendingOperations === 0;
    },
    { timeout: 30_000 },
    idleFibers,
  );

/** @param {Visit} visit @param {string} name */
async function openRows({ weft }, name) {
  await weft.click(name, 'row');
  await weft.click('Lines', 'tab');
  await weft.click('Rows', 'radio');
  await weft.see('Rows', { role: 'radio', checked: true });
}

/** The rows that the panel shows now. @param {Visit} visit */
const shownRows = async ({ weft }) =>
  (await weft.widgets()).filter(({ role, value }) => role === 'row' && value.startsWith('line '));

describeInEachBrowser('CSV', ({ test }) => {
  test('is counted as Papa Parse counts it, in both modes and in chunks of any size', async (visit) => {
    const { page } = visit;
    await dropFiles(visit);
    for (const settings of /** @type {const} */ ([
      { mode: 'async', chunkBytes: 1024 * 1024 },
      { mode: 'async', chunkBytes: 7 },
      { mode: 'sync', chunkBytes: 100 },
    ])) {
      const report = await page.evaluate((given) => globalThis.weft.run(given), settings);
      assert.equal(report.files.length, NAMES.length);
      for (const { path, csv } of report.files) {
        const name = path.slice('/drop/'.length);
        const expected = papaFigures(FILES[name]);
        if (expected.columns === 0) expected.delimiter = csv?.delimiter ?? '';
        const { quote, headerLine, notes, ...figures } = csv ?? {};
        const header = expected.columns > 0 ? 1 : 0;
        assert.deepEqual([quote, headerLine, Boolean(notes)], ['"', header, true], name);
        assert.deepEqual(figures, expected, `${name} in chunks of ${settings.chunkBytes}`);
      }
    }
  });

  test('says what is guessed and what is odd, and is read otherwise if it is told', async (visit) => {
    const { weft, page, disk } = visit;
    await weft.clearList();
    const table = 'Sales\n\na;b;c\n1;2;3\n4;5;6\n7;8\n9;"8"x;7\n';
    await weft.dropAndWait(disk.writeAll({ 'sales.csv': table }), 1);
    const csv = async () => (await page.evaluate(() => globalThis.weft.run())).files[0].csv;
    assert.deepEqual(await csv(), {
      rows: 4,
      columns: 3,
      badRows: 2,
      badLines: [6, 7],
      delimiter: ';',
      quote: '"',
      headerLine: 3,
      notes: [
        'Header on line 3.',
        'Fields are separated by ;.',
        'Line 6 has 2 fields, the header 3.',
        'Line 7 has text behind a closing quote, with quotes read as text.',
      ],
    });
    await page.evaluate(() =>
      globalThis.weft.readCsvAs('/drop/sales.csv', { delimiter: ',', quote: "'", headerLine: 0 }),
    );
    const { rows, headerLine, badRows } = (await csv()) ?? {};
    assert.deepEqual([rows, headerLine, badRows], [6, 0, 0]);
    const first = await page.evaluate(() => globalThis.weft.rows('/drop/sales.csv').next(2));
    assert.deepEqual(first[1], { line: 3, fields: ['a;b;c'] });
  });

  test('has no header where the first row is data like the others, unless a person says so', async (visit) => {
    const { weft, page, disk } = visit;
    await weft.clearList();
    await weft.dropAndWait(disk.writeAll({ 'people.csv': '1,Ann\n2,Bobby\n3,Cyril\n' }), 1);
    const csv = async () => {
      const { rows, headerLine, notes } =
        (await page.evaluate(() => globalThis.weft.run())).files[0].csv ?? {};
      return { rows, headerLine, notes };
    };
    const notes = ['No header, so columns are numbered.'];
    assert.deepEqual(await csv(), { rows: 3, headerLine: 0, notes });
    await openRows(visit, 'people.csv');
    await weft.click('Next 10', 'button');
    for (const number of ['1', '2']) await weft.see(number, { role: 'columnheader' });
    assert.equal((await shownRows(visit))[0].label, '1 | Ann');
    await page.evaluate(() => globalThis.weft.readCsvAs('/drop/people.csv', { headerLine: 1 }));
    assert.deepEqual(await csv(), { rows: 2, headerLine: 1, notes: [] });
  });

  test('is shown in its row, and any file is read so by a switch', async ({ weft, page, disk }) => {
    await weft.clearList();
    await weft.dropAndWait(disk.writeAll({ 'bad.csv': 'a,b\n1,2\n3\n', 'plain.txt': 'a,b\n1,2\n' }), 2);
    await weft.runToEnd();
    await weft.see('CSV in bad.csv', { value: '2 rows × 2 columns · 1 bad row, line 3' });
    assert.equal(await weft.find('CSV in plain.txt'), undefined);
    await weft.click('Settings', 'tab');
    await weft.click('Read every file as CSV', 'checkbox');
    await weft.see('Read every file as CSV', { checked: true });
    await weft.runToEnd();
    await weft.see('CSV in plain.txt', { value: '1 row × 2 columns' });
    await weft.reload();
    assert.equal(await page.evaluate(() => globalThis.weft.configure().csv), true);
  });

  test('is paged through row by row, and closed half-way', async (visit) => {
    const { weft } = visit;
    const { rows } = papaRows(FILES['people.csv']);
    await dropFiles(visit);
    const { liveFibers } = await diagnostics(visit);
    await openRows(visit, 'people.csv');
    await weft.click('Next 10', 'button');
    await weft.see('Generator', {
      role: 'status',
      value: `suspended at line ${rows[10].line} of people.csv`,
    });
    for (const field of rows[0].fields) await weft.see(field, { role: 'columnheader' });
    const [first] = await shownRows(visit);
    assert.equal(first.label, 'Person 0 | 1900 | a, "b" ↵ c');
    assert.equal((await diagnostics(visit)).openFiles, 1);
    await weft.click('Next 100', 'button');
    await weft.see('Generator', {
      role: 'status',
      value: `suspended at line ${rows[110].line} of people.csv`,
    });
    await weft.click('Close', 'button');
    await seeNothingLeft(visit, liveFibers);
  });

  test('shows bad rows as such', async (visit) => {
    const { weft } = visit;
    await dropFiles(visit);
    const { liveFibers } = await diagnostics(visit);
    await openRows(visit, 'semicolons.CSV');
    await weft.click('Next 100', 'button');
    await weft.see('Generator', { role: 'status', value: 'finished' });
    const shown = (await shownRows(visit)).map(({ label, value }) => [label, value]);
    assert.deepEqual(shown, [
      ['1,5 | 2 | 3', 'line 2'],
      ['4 | 5', 'line 3: 2 fields, the header has 3'],
      ['6 | 7 | 8 | 9', 'line 4: 4 fields, the header has 3'],
      ['10 | 11 | 12', 'line 6'],
    ]);
    await seeNothingLeft(visit, liveFibers);
  });

  test('is read as a person says where a guess is wrong', async (visit) => {
    const { weft, disk } = visit;
    await weft.clearList();
    await weft.dropAndWait(disk.writeAll({ 'mixed.csv': 'a;b,c\n1;2,3\n' }), 1);
    const { liveFibers } = await diagnostics(visit);
    await openRows(visit, 'mixed.csv');
    await weft.click('Next 10', 'button');
    await weft.see('a;b', { role: 'columnheader' });
    await weft.click('How to read it', 'button');
    await weft.click(';', 'radio');
    await weft.see('b,c', { role: 'columnheader' });
    await weft.see('1 | 2,3', { role: 'row', value: 'line 2' });
    await weft.click('None', 'radio');
    await weft.see('2', { role: 'columnheader' });
    const shown = (await shownRows(visit)).map(({ label, value }) => [label, value]);
    assert.deepEqual(shown, [
      ['a | b,c', 'line 1'],
      ['1 | 2,3', 'line 2'],
    ]);
    await weft.press('Escape');
    await weft.untilSettled();
    assert.equal(await weft.find('None', { role: 'radio' }), undefined);
    await weft.runToEnd();
    await weft.see('CSV in mixed.csv', { value: '2 rows × 2 columns' });
    await seeNothingLeft(visit, liveFibers);
  });

  test('has no rows to show of a file that is none', async ({ weft, disk }) => {
    await weft.clearList();
    await weft.dropAndWait(disk.writeAll({ 'plain.txt': 'a,b\n' }), 1);
    await weft.click('plain.txt', 'row');
    await weft.click('Lines', 'tab');
    await weft.see('A generator waits to be asked');
    assert.equal(await weft.find('Rows', { role: 'radio' }), undefined);
  });

  test('is stepped through by a script', async (visit) => {
    const { page } = visit;
    await dropFiles(visit);
    const { liveFibers } = await diagnostics(visit);
    for (const name of NAMES) {
      const rows = await page.evaluate((path) => globalThis.weft.rows(path).next(100_000), `/drop/${name}`);
      assert.deepEqual(
        rows.map(({ fields, line, trouble }) => ({ fields, line, isBad: trouble !== undefined })),
        papaRows(FILES[name]).rows,
        name,
      );
    }
    const half = await page.evaluate(async () => {
      const rows = globalThis.weft.rows('/drop/people.csv');
      const begun = await rows.next(3);
      const { state } = rows;
      rows.close();
      return { begun: begun.length, state, after: await rows.next(), closed: rows.state };
    });
    assert.deepEqual(half, {
      begun: 3,
      state: 'suspended at line 4 of people.csv',
      after: [],
      closed: 'closed',
    });
    await seeNothingLeft(visit, liveFibers);
  });

  test('is turned down where it is no file', async ({ page }) => {
    const attempt = (/** @type {unknown} */ path) =>
      page.evaluate(async (given) => {
        try {
          globalThis.weft.rows(/** @type {string} */ (given));
          return 'went through';
        } catch (error) {
          return String(error);
        }
      }, path);
    assert.match(await attempt('/drop/none.csv'), /^Error: there is no file/);
    assert.match(await attempt(7), /^TypeError: /);
    assert.match(
      String(
        await page.evaluate(() => globalThis.weft.run({ csv: /** @type {any} */ ('yes') }).catch(String)),
      ),
      /^TypeError: csv must be true or false/,
    );
  });
});
