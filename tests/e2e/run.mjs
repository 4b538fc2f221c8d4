// Runs the specs: node tests/e2e/run.mjs [--only PART] [--filter PATTERN]
// `only` is a part of the names of spec files, `filter` a regular expression for the names of tests. WEFT_BROWSERS picks
// browsers.

import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const ENDING = '.spec.mjs';

const nameOf = (/** @type {string} */ file) => file.slice(0, -ENDING.length);

const { values } = parseArgs({ options: { only: { type: 'string' }, filter: { type: 'string' } } });
const all = readdirSync(HERE).filter((file) => file.endsWith(ENDING));
const specs = all.filter((file) => nameOf(file).includes(values.only ?? ''));
if (specs.length === 0) {
  console.error(`no spec has "${values.only}" in its name; there are`);
  for (const file of all) console.error(`  ${nameOf(file)}`);
  process.exit(1);
}
const filter = values.filter ? [`--test-name-pattern=${values.filter}`] : [];
const { status } = spawnSync(process.execPath, ['--test', ...filter, ...specs.map((file) => HERE + file)], {
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
