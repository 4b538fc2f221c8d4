// The unit tests of the virtual file system once more, where its backends are the browser's own: the same program that
// runs under Node.

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startTestServer } from '../unit/vfs/environment/server.mjs';
import { describeInEachBrowser } from './support/suite.mjs';

const REPOSITORY = fileURLToPath(new URL('../../', import.meta.url));
/** Relative to the repository, from which it is served. */
const BUILD = process.env.WEFT_UNIT_BUILD ?? 'build/unit';
const PATIENCE_MS = 300_000;
/** Synchronous requests matter to those tests only that block the thread. */
const FILTERS = { isolated: '*', notIsolated: '*block*' };

/** @param {import('puppeteer-core').Page} page @param {boolean} isolated */
async function runUnitTests(page, isolated) {
  assert.ok(
    existsSync(join(REPOSITORY, BUILD, 'unit_vfs.js')),
    `there is no unit_vfs in ${BUILD}: run "make unit"`,
  );
  const server = await startTestServer({ root: REPOSITORY, isolated });
  try {
    const query = new URLSearchParams({
      build: BUILD,
      filter: isolated ? FILTERS.isolated : FILTERS.notIsolated,
    });
    await page.goto(`${server.url}/tests/unit/vfs/browser.html?${query}`);
    await page.waitForFunction(() => 'weftTestResult' in globalThis, { timeout: PATIENCE_MS, polling: 200 });
    const { result, output } = await page.evaluate(() => {
      const { weftTestResult, weftTestOutput } = /** @type {any} */ (globalThis);
      return { result: Number(weftTestResult), output: /** @type {string[]} */ (weftTestOutput) };
    });
    assert.equal(result, 0, output.filter((line) => !/^\[ +(RUN|OK) +\]|^\[-/.test(line)).join('\n'));
    return output.filter((line) =>
      /^\[==========\] \d+ tests? .* ran|^\[ +(PASSED|SKIPPED) +\] \d/.test(line),
    );
  } finally {
    server.close();
  }
}

describeInEachBrowser('The virtual file system', ({ test }) => {
  for (const isolated of [true, false]) {
    const name = `passes its unit tests ${isolated ? 'with shared memory' : 'with synchronous requests'}`;
    // What these tests provoke is an error on the console too.
    test(name, { open: false, timeout: PATIENCE_MS + 20_000 }, async ({ page, troubles, note }) => {
      troubles.expect(/./);
      const summary = await runUnitTests(page, isolated);
      assert.ok(summary.length >= 2, 'tests have run');
      note(`${isolated ? 'isolated' : 'not isolated'}: ${summary.join('; ')}`);
    });
  }
});
