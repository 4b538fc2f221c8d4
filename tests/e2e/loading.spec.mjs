// What a person reads when the page cannot start.

import assert from 'node:assert/strict';
import { rmSync, truncateSync } from 'node:fs';
import { holdPart, letGo, untilHeld } from './support/gates.mjs';
import { copySite, partOf } from './support/site.mjs';
import { describeInEachBrowser } from './support/suite.mjs';

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

  for (const part of ['weft.wasm', 'weft_late.wasm', 'weft.js', 'app.js', 'style.css']) {
    test(
      `it says that a part is missing: ${part}`,
      { open: false },
      async ({ page, disk, openSite, troubles }) => {
        troubles.expect(/404|MIME|CORRUPTED|wasm|WebAssembly|Failed to load|Loading module|error loading/i);
        const root = copySite(disk);
        rmSync(partOf(root, part));
        await page.goto(await openSite(root));
        assert.match(
          await seeMessage(page, /could not be (down)?loaded/),
          /newer version[^]*Load the page again/,
        );
      },
    );
  }

  for (const part of ['weft.wasm', 'weft_late.wasm']) {
    test(
      `it says that the download was cut off: ${part}`,
      { open: false },
      async ({ page, disk, openSite, troubles }) => {
        troubles.expect(/wasm|WebAssembly|CompileError|abort/i);
        const root = copySite(disk);
        truncateSync(partOf(root, part), 50_000);
        await page.goto(await openSite(root));
        assert.match(await seeMessage(page, /could not be (down)?loaded/), /Load the page again/);
      },
    );
  }

  test('the loading screen is there before the program is', { open: false }, async ({ page, weft, url }) => {
    await page.evaluateOnNewDocument(holdPart, 'weft.wasm');
    await page.goto(url, { waitUntil: 'domcontentloaded' });
    await untilHeld(page, 'part');
    const words = await page.evaluate(() => document.body.innerText);
    assert.match(words, /\w/, 'something to read while it loads');
    await letGo(page, 'part');
    await weft.untilReady();
  });

  test('it is drawn before all of its code is there', { open: false }, async ({ page, weft, url }) => {
    await page.evaluateOnNewDocument(holdPart, 'weft_late.wasm');
    await page.goto(url, { waitUntil: 'domcontentloaded' });
    await untilHeld(page, 'part');
    await page.waitForFunction(() => !document.getElementById('loading'));
    const canTake = () => document.elementFromPoint(200, 200)?.id;
    assert.notEqual(await page.evaluate(canTake), 'canvas', 'it takes no press that it could not answer');
    await letGo(page, 'part');
    await weft.untilReady();
    assert.equal(await page.evaluate(canTake), 'canvas');
    await weft.click('Run', 'button');
  });
});
