// Runs unit_vfs in a browser, prints what it prints and exits with its code.
//   node tests/unit/vfs/environment/in_browser.mjs chromium|firefox [--build build/test] [--no-isolation] [--filter …]
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startTestServer } from './server.mjs';

const TIMEOUT_MS = 240_000;
const root = fileURLToPath(new URL('../../../../', import.meta.url));
const puppeteer = createRequire(`${root}web/package.json`)('puppeteer-core');

const BROWSERS = {
  chromium: {
    browser: 'chrome',
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  },
  firefox: {
    browser: 'firefox',
    executablePath: process.env.FIREFOX ?? '/usr/bin/firefox-esr',
    args: [],
  },
};

/**
 * @param {'chromium' | 'firefox'} name
 * @param {{build?: string, isolated?: boolean, filter?: string}} [options]
 * @returns {Promise<{result: number, output: string[]}>}
 */
export async function runInBrowser(name, { build = 'build/test', isolated = true, filter } = {}) {
  const server = await startTestServer({ root, isolated });
  const browser = await puppeteer.launch({ ...BROWSERS[name], headless: true });
  try {
    const page = await browser.newPage();
    const query = new URLSearchParams({ build, ...(filter ? { filter } : {}) });
    await page.goto(`${server.url}/tests/unit/vfs/browser.html?${query}`);
    await page
      .waitForFunction('globalThis.weftTestResult !== undefined', {
        timeout: TIMEOUT_MS,
      })
      .catch(() => {});
    return await page.evaluate(() => ({
      result: /** @type {any} */ (globalThis).weftTestResult ?? 2,
      output: /** @type {any} */ (globalThis).weftTestOutput,
    }));
  } finally {
    await browser.close();
    server.close();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    allowNegative: true,
    options: {
      build: { type: 'string' },
      filter: { type: 'string' },
      isolation: { type: 'boolean', default: true },
    },
  });
  const [name = 'chromium'] = positionals;
  const { result, output } = await runInBrowser(/** @type {'chromium' | 'firefox'} */ (name), {
    ...values,
    isolated: values.isolation,
  });
  console.log(output.join('\n'));
  process.exitCode = result;
}
