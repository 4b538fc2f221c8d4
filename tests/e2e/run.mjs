// Runs the specs: node tests/e2e/run.mjs [--only PART] [--filter PATTERN]
// `only` is a part of the names of spec files, `filter` a regular expression for the names of tests. WEFT_BROWSERS picks
// browsers. They run side by side, each in a process of its own, which takes its browser through all specs in turn.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { browserKinds } from './support/browsers.mjs';

const ENDING = '.spec.mjs';
const nameOf = (/** @type {string} */ file) => file.slice(0, -ENDING.length);

const { values } = parseArgs({ options: { only: { type: 'string' }, filter: { type: 'string' } } });
const all = readdirSync(fileURLToPath(new URL('.', import.meta.url))).filter((file) => file.endsWith(ENDING));
const specs = all.filter((file) => nameOf(file).includes(values.only ?? ''));
if (specs.length === 0) {
  console.error(`no spec has "${values.only}" in its name; there are`);
  for (const file of all) console.error(`  ${nameOf(file)}`);
  process.exit(1);
}

/** Static imports: every suite is announced before the first one runs. */
const program = specs
  .map((file) => `import ${JSON.stringify(new URL(file, import.meta.url).href)};`)
  .join('');
/** A suite of which nothing is picked does not run its hooks in each Node: then nobody closes the browser. */
const forceExit = ['--test-force-exit'].filter((flag) => process.allowedNodeEnvironmentFlags.has(flag));
const filter = values.filter ? [`--test-name-pattern=${values.filter}`, ...forceExit] : [];
const options = ['--test-reporter=spec', ...filter, '--input-type=module', '--eval', program];

/** @param {string} browser */
async function runIn(browser) {
  const env = { ...process.env, WEFT_BROWSERS: browser };
  const child = spawn(process.execPath, options, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  /** @type {string[]} totals, and what failed */
  const summary = [];
  for await (const words of createInterface({ input: child.stdout })) {
    const line = `${browser.padEnd(8)} | ${words}`;
    if (summary.length > 0 || words.startsWith('ℹ tests ')) summary.push(line);
    else console.log(line);
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return { isWell: child.exitCode === 0, summary };
}

// The end of one would be lost in the midst of the other.
const outcomes = await Promise.all(browserKinds().map(({ name }) => runIn(name)));
for (const { summary } of outcomes) console.log(summary.join('\n'));
process.exitCode = outcomes.every(({ isWell }) => isWell) ? 0 : 1;
