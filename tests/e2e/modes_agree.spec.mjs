// Random files under random settings, the same in all modes: every figure and every word about a file is the same in each
// of them, and so is what is stepped of its lines and rows; and the figures are Python's. A round is one file.
// WEFT_FUZZ_ROUNDS and WEFT_FUZZ_SEED repeat or lengthen it.

import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { inspect } from 'node:util';
import { startTestServer } from '../unit/vfs/environment/server.mjs';
import { countWithPython, figuresOf } from './support/oracle.mjs';
import { makeRun } from './support/random_runs.mjs';
import { encodingOf } from './support/random_texts.mjs';
import { SITE } from './support/site.mjs';
import { describeInEachBrowser } from './support/suite.mjs';

/**
 * @typedef {import('./support/suite.mjs').Visit} Visit
 * @typedef {import('./support/random_runs.mjs').RandomFile} RandomFile
 * @typedef {import('../../web/program/weft.js').FileRow} FileRow
 * @typedef {import('../../web/program/weft.js').Settings} Settings
 * @typedef {import('./support/oracle.mjs').Figures} Figures
 */
/**
 * What a stepper gave of one file. `badLines`: of the rows with trouble. `width`: fields of the first row.
 * @typedef {object} Stepped
 * @property {number} count
 * @property {number} longest
 * @property {number} width
 * @property {number[]} badLines
 * @property {boolean} areNumbered  from 1, one by one
 * @property {FileRow['error']} [error]
 */

const ROUNDS = Number(process.env.WEFT_FUZZ_ROUNDS ?? 40);
const SEED = Number(process.env.WEFT_FUZZ_SEED ?? Date.now() % 1e9);
/** Files of one run, which has a seed of its own. */
const AT_ONCE = 40;
/** Rows that a report names. */
const MOST_BAD_LINES = 20;

/** Nothing is left in the list but the files, in their order. @param {Visit} visit @param {RandomFile[]} files */
async function addAll({ weft, page, disk }, files) {
  await page.evaluate(() => globalThis.weft.clear());
  const dropped = files.filter(({ source }) => source === 'drop');
  const places = dropped.map(({ name, bytes }) => disk.write(`dropped/${name}`, bytes));
  if (places.length > 0) await weft.drop(places);
  await page.waitForFunction((count) => globalThis.weft.files().length === count, {}, places.length);
  const others = files.slice(places.length);
  const urls = await Promise.all(others.map((file, index) => serve(weft.url, file, index)));
  await page.evaluate(
    async (list) => {
      for (const { name, source, url } of list) {
        if (source === 'files' || source === 'plain') {
          globalThis.weft.addUrl(url);
          continue;
        }
        const blob = await (await fetch(url, { cache: 'no-store' })).blob();
        const middle = Math.ceil(blob.size / 3);
        const pieces = [blob.slice(0, middle), await blob.slice(middle).arrayBuffer()];
        globalThis.weft.addFiles([new File(source === 'pieces' ? pieces : [blob], name)]);
      }
    },
    others.map(({ name, source }, index) => ({ name, source, url: urls[index] })),
  );
}

/** @param {string} origin @param {RandomFile} file @param {number} index @returns {Promise<string>} where it is served */
async function serve(origin, { name, source, bytes }, index) {
  const [ending] = name.match(/(\.\w{3})?(\.gz)?$/) ?? [''];
  await fetch(`${origin}files/${index}${ending}`, { method: 'PUT', body: new Uint8Array(bytes) });
  return `${origin}${source === 'plain' ? 'plain' : 'files'}/${index}${ending}`;
}

/** Runs in every mode, each row without what differs from run to run. @param {Visit} visit @param {Partial<Settings>} settings */
const runEachWay = ({ page }, settings) =>
  page.evaluate(async (chosen) => {
    globalThis.weft.configure(chosen);
    const varying = ['order', 'elapsedMs', 'waitMs', 'cpuMs', 'stalledMs'];
    const reports = [];
    for (const mode of /** @type {const} */ (['sync', 'async', 'workers'])) {
      const { files, totals } = await globalThis.weft.run({ mode });
      const rows = files.map((row) => {
        for (const name of varying) Reflect.deleteProperty(row, name);
        return row;
      });
      reports.push({ mode, totals, rows });
    }
    return reports;
  }, settings);

/**
 * Steps every file to its end.
 * @param {Visit} visit
 * @param {'lines' | 'rows'} unit
 * @param {string[]} paths
 * @returns {Promise<Stepped[]>}
 */
const stepAll = ({ page }, unit, paths) =>
  page.evaluate(
    async (what, list) => {
      const step = async (/** @type {string} */ path) => {
        const stepper = what === 'lines' ? globalThis.weft.lines([path]) : globalThis.weft.rows(path);
        /** @type {any[]} */
        const found = [];
        /** @type {any} */
        let error;
        try {
          for (let some = await stepper.next(5000); some.length > 0; some = await stepper.next(5000))
            found.push(...some);
        } catch (exception) {
          const { code, message } = /** @type {any} */ (exception);
          error = { code, message };
        }
        stepper.close();
        return {
          count: found.length,
          longest: found.reduce((most, { length }) => Math.max(most, length), 0),
          width: found[0]?.fields?.length ?? 0,
          badLines: found.filter(({ trouble }) => trouble).map(({ line }) => line),
          areNumbered: found.every(({ number }, index) => number === index + 1),
          ...(error && { error }),
        };
      };
      const stepped = [];
      for (const path of list) stepped.push(await step(path));
      return stepped;
    },
    unit,
    paths,
  );

/** @param {FileRow} row @param {RandomFile} file @param {Partial<Settings>} settings @param {Figures} figures */
function assertCounted(row, file, { minBytes = 0, maxUnpackedBytes = 0 }, figures) {
  const isPacked = file.words.includes('gzip');
  assert.equal(row.status === 'skipped', file.bytes.length < minBytes, 'skipped');
  if (row.status === 'skipped' || !file.text || (isPacked && file.size > maxUnpackedBytes)) return;
  assert.deepEqual(
    { status: row.status, encoding: row.encoding, isPacked: row.compression === 'gzip', ...figuresOf(row) },
    { status: 'done', encoding: encodingOf(file), isPacked, ...figures, bytes: file.size },
  );
}

/** @param {FileRow} row @param {Stepped} lines @param {Stepped | undefined} rows */
function assertStepped(row, lines, rows) {
  if (row.status === 'skipped') return;
  assert.deepEqual(lines.error, row.error, 'an error of stepped lines');
  assert.ok(lines.areNumbered, 'lines are numbered');
  if (rows) assert.deepEqual(rows.error, row.error, 'an error of stepped rows');
  if (row.status === 'failed')
    return assert.match(row.error?.message ?? '', /^Cannot read .*\(E[A-Z]+\)\.$/s);
  assert.deepEqual([lines.count, lines.longest], [row.lines, row.longestLine], 'stepped lines');
  if (!row.csv || !rows) return;
  const { rows: count, badRows, badLines, columns, headerLine } = row.csv;
  const headers = headerLine > 0 ? 1 : 0;
  assert.deepEqual(
    {
      count: rows.count,
      bad: rows.badLines.length,
      badLines: rows.badLines.slice(0, MOST_BAD_LINES),
      width: rows.width,
    },
    { count: count + headers, bad: badRows, badLines, width: headers ? columns : rows.width },
    'stepped rows',
  );
}

/** @param {Visit} visit @param {number} seed @param {number} count of files @param {Record<string, number>} tally */
async function playRun(visit, seed, count, tally) {
  const { disk } = visit;
  const { settings, files } = makeRun(seed, count);
  await addAll(visit, files);
  const [first, ...others] = await runEachWay(visit, settings);
  const rows = /** @type {FileRow[]} */ (first.rows);
  const lines = await stepAll(
    visit,
    'lines',
    rows.map(({ path }) => path),
  );
  const tables = rows.filter(({ csv }) => csv);
  const records = await stepAll(
    visit,
    'rows',
    tables.map(({ path }) => path),
  );
  const figures = await countWithPython(
    files.map(({ text }, index) => disk.write(`texts/${index}`, text ?? '')),
  );
  for (const [index, row] of rows.entries()) {
    const file = files[index];
    const table = tables.indexOf(row);
    try {
      for (const { mode, rows: same } of others)
        assert.deepEqual(same[index], row, `${mode} and ${first.mode}`);
      assertCounted(row, file, settings, figures[index]);
      assertStepped(row, lines[index], records[table]);
    } catch (error) {
      const bytes = file.bytes.subarray(0, 300).toString('latin1');
      const words = { seed, settings, ...file, text: undefined, bytes };
      throw new Error(`${inspect(words)}: ${/** @type {Error} */ (error).message}`);
    }
    const outcome = `${row.status}${row.error ? ` with ${row.error.code}` : ''}`;
    tally[outcome] = (tally[outcome] ?? 0) + 1;
  }
  for (const { mode, totals } of others)
    assert.deepEqual(totals, first.totals, `totals of ${mode}, seed ${seed}`);
  for (const folder of ['dropped', 'texts'])
    rmSync(`${disk.root}/${folder}`, { recursive: true, force: true });
}

describeInEachBrowser('All modes', ({ test }) => {
  for (const isolated of [true, false]) {
    test(
      `agree, ${isolated ? 'with shared memory' : 'with requests that block'} (WEFT_FUZZ_SEED=${SEED}, ${ROUNDS} rounds)`,
      // What is small is drawn fast.
      { open: false, isolated, width: 400, height: 300, timeout: 60_000 + ROUNDS * 2000 },
      async (visit) => {
        const { weft, note, troubles } = visit;
        // A part of an empty file is not to be had.
        troubles.expect(/\b416\b/);
        const server = await startTestServer({ root: SITE, isolated });
        /** @type {Record<string, number>} */
        const tally = {};
        try {
          weft.url = `${server.url.replace('127.0.0.1', 'localhost')}/`;
          await weft.open();
          for (let done = 0; done < ROUNDS; done += AT_ONCE)
            await playRun(visit, SEED + done, Math.min(AT_ONCE, ROUNDS - done), tally);
        } finally {
          server.close();
        }
        note(
          Object.entries(tally)
            .map(([words, count]) => `${count} ${words}`)
            .join(', '),
        );
        assert.ok(tally['done'] > 0, 'files are counted');
      },
    );
  }
});
