// Holds what travels against two budgets, as a slow line waits for what comes before the first frame, and pays for the
// rest; and tells what grew or shrank since the sizes were recorded in page-size.json.
//   node web/site/check-size.mjs SITE [--record]

import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { downloadSizes } from './compress-site.mjs';

/** @typedef {{name: string, plain: number, travelling: number}} Part */
/** @typedef {Record<string, number>} Recorded  bytes as they travel, by the name of the part */

const RECORD = fileURLToPath(new URL('page-size.json', import.meta.url));

/** Parts that the first frame does not wait for, or that come when somebody asks for workers or for the code of exercises. */
const WANTED_LATER = /^(count-worker\.js|weft_counter\.wasm|weft_late\.wasm|code\.txt)$/;

/** Bytes as they travel: of what the first frame waits for, and of all that a visit may ask for. */
const BUDGETS = [
  {
    title: 'before the first frame',
    budget: 340_000,
    counts: (/** @type {string} */ name) => !WANTED_LATER.test(name),
  },
  { title: 'the whole page', budget: 400_000, counts: () => true },
];

/** @param {string} title @param {number | string} plain @param {number | string} travelling @param {string} note */
const print = (title, plain, travelling, note) =>
  console.log(
    `${title.padEnd(44)} ${String(plain).padStart(9)} ${String(travelling).padStart(8)} ${note}`.trimEnd(),
  );

/** @param {Part[]} parts @param {Recorded} recorded */
function printParts(parts, recorded) {
  const names = new Set(parts.map(({ name }) => name));
  const gone = Object.keys(recorded).filter((name) => !names.has(name));
  print('', 'bytes', 'brotli', 'since recorded');
  const all = [...parts, ...gone.map((name) => ({ name, plain: 0, travelling: 0 }))];
  for (const { name, plain, travelling } of all) {
    const growth = travelling - (recorded[name] ?? 0);
    print(name, plain, travelling, growth ? growth.toLocaleString('en', { signDisplay: 'always' }) : '');
  }
}

/** @param {Part[]} parts @returns {string[]} what is over its budget */
function judge(parts) {
  return BUDGETS.flatMap(({ title, budget, counts }) => {
    const bytes = parts
      .filter(({ name }) => counts(name))
      .reduce((sum, { travelling }) => sum + travelling, 0);
    print(title, '', bytes, `of ${budget}`);
    return bytes > budget ? [`${title}: ${bytes - budget} bytes over the budget of ${budget}`] : [];
  });
}

/** @param {Part[]} parts */
async function record(parts) {
  const sizes = Object.fromEntries(parts.map(({ name, travelling }) => [name, travelling]));
  await writeFile(RECORD, `${JSON.stringify(sizes, null, 2)}\n`);
}

const { values, positionals } = parseArgs({
  options: { record: { type: 'boolean' } },
  allowPositionals: true,
});
const [site] = positionals;
if (!site) throw new Error('usage: node web/site/check-size.mjs SITE [--record]');
const parts = await downloadSizes(site);
if (values.record) await record(parts);
printParts(parts, JSON.parse(await readFile(RECORD, 'utf8')));
const faults = judge(parts);
for (const fault of faults) console.error(`size: ${fault}; the list above says what grew`);
process.exitCode = faults.length ? 1 : 0;
