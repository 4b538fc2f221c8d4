// What a person reads when the page cannot start.

import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';
import { describeInEachBrowser } from './support/suite.mjs';

const SITE = process.env.WEFT_SITE ?? fileURLToPath(new URL('../../build/site', import.meta.url));

/** @param {import('puppeteer-core').Page} page @param {RegExp} words */
async function seeMessage(page, words) {
  await page.waitForFunction(
    (source) => new RegExp(source, 'i').test(document.body.innerText),
    { timeout: 30_000 },
    words.source,
  );
  const message = await page.evaluate(() => document.body.innerText);
  assert.doesNotMatch(message, /undefined|\[object|NaN/);
  return message;
}

describeInEachBrowser('When the page cannot start', ({ test }) => {
  /** @type {string} */
  let broken;
  before(() => {
    broken = mkdtempSync(join(tmpdir(), 'weft-site-'));
    cpSync(SITE, join(broken, 'without'), { recursive: true });
    rmSync(join(broken, 'without/weft.wasm'));
    cpSync(SITE, join(broken, 'half'), { recursive: true });
    truncateSync(join(broken, 'half/weft.wasm'), 100_000);
  });
  after(() => rmSync(broken, { recursive: true, force: true }));

  test('it says that WebAssembly is missing', { open: false }, async ({ page, url, troubles }) => {
    troubles.expect(/WebAssembly/);
    await page.evaluateOnNewDocument(() => void Reflect.deleteProperty(globalThis, 'WebAssembly'));
    await page.goto(url);
    assert.match(await seeMessage(page, /has no WebAssembly/), /current versions/i);
  });

  test('it says that WebGL 2 is missing', { open: false }, async ({ page, url, troubles }) => {
    troubles.expect(/WebGL/);
    await page.evaluateOnNewDocument(() => {
      const { getContext } = HTMLCanvasElement.prototype;
      HTMLCanvasElement.prototype.getContext = /** @type {any} */ (
        /** @this {HTMLCanvasElement} @param {[string]} options */
        function (...options) {
          return options[0] === 'webgl2' ? null : getContext.apply(this, options);
        }
      );
    });
    await page.goto(url);
    assert.match(await seeMessage(page, /has no WebGL 2/), /settings/);
  });

  for (const [name, directory] of [
    ['that the download failed', 'without'],
    ['that the download was cut off', 'half'],
  ]) {
    test(`it says ${name}`, { open: false }, async ({ page, openSite, troubles }) => {
      troubles.expect(/weft\.wasm/, /404/, /wasm|WebAssembly|CompileError|abort|Failed to load/i);
      await page.goto(await openSite(join(broken, directory)));
      assert.match(await seeMessage(page, /could not be (down)?loaded/), /Load the page again/);
    });
  }

  test('the loading screen is there before the program is', { open: false }, async ({ page, weft, url }) => {
    await page.goto(url, { waitUntil: 'domcontentloaded' });
    const words = await page.evaluate(() => document.body.innerText);
    assert.match(words, /\w/, 'something to read while it loads');
    await weft.untilReady();
  });
});
