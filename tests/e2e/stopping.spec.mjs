// What goes wrong inside the program ends in words, wherever it was called from, and never in silence.

import assert from 'node:assert/strict';
import { describeInEachBrowser } from './support/suite.mjs';

/** @typedef {import('./support/suite.mjs').Visit} Visit */

const PURPOSE = 'broken on purpose';

/** The page is covered, and says what for a person and what for a programmer. @param {Visit} visit */
async function seeStopped({ page }) {
  await page.waitForFunction(() => document.querySelector('#trouble:not([hidden])'), { timeout: 30_000 });
  const [heading, words, detail] = await page.evaluate(() =>
    ['h1', 'p', 'pre'].map((part) => document.querySelector(`#trouble ${part}`)?.textContent ?? ''),
  );
  assert.equal(heading, 'Weft has stopped');
  assert.match(words, /^Something went wrong inside the program\. Loading the page again usually helps/);
  assert.ok(detail.includes(PURPOSE), detail);
}

/** From now on an object cannot be given that property: as where memory ends while a result is converted. @param {Visit} visit @param {string} property */
const failToConvert = ({ page }, property) =>
  page.evaluate(
    (name, words) => {
      const set = () => {
        throw new RangeError(words);
      };
      Object.defineProperty(Object.prototype, name, { set, configurable: true });
    },
    property,
    PURPOSE,
  );

/** As a script of the page: of what goes wrong in others' scripts a page hears nothing. @param {Visit} visit @param {string} content */
const runScript = ({ page }, content) => page.addScriptTag({ content });

describeInEachBrowser('A program that fails', ({ test }) => {
  for (const mode of /** @type {const} */ (['sync', 'async', 'workers'])) {
    test(`says so: an exception on the fiber of a run, ${mode}`, async (visit) => {
      const { page, troubles, weft } = visit;
      troubles.expect(new RegExp(PURPOSE));
      await failToConvert(visit, 'longestLine');
      await page.evaluate((chosen) => void globalThis.weft.run({ mode: chosen }), mode);
      await seeStopped(visit);
      await weft.loadAgain();
      assert.equal(
        (await page.evaluate(() => globalThis.weft.run())).totals.files,
        10,
        'loaded again it works',
      );
    });
  }

  test('says so: an exception on the fiber of a stepper', async (visit) => {
    const { page, troubles } = visit;
    troubles.expect(new RegExp(PURPOSE));
    await failToConvert(visit, 'offset');
    await page.evaluate(() => void globalThis.weft.lines().next(3));
    await seeStopped(visit);
  });

  test('says so: a trap while it draws', async (visit) => {
    const { page, troubles } = visit;
    troubles.expect(new RegExp(PURPOSE));
    const trap = `throw new WebAssembly.RuntimeError('${PURPOSE}');`;
    await runScript(visit, `WebGL2RenderingContext.prototype.drawElements = () => { ${trap} };`);
    await page.mouse.move(200, 200);
    await page.mouse.move(300, 300);
    await seeStopped(visit);
  });

  test('says so: a trap in a call of which nobody hears', async (visit) => {
    visit.troubles.expect(new RegExp(PURPOSE));
    await runScript(visit, `Promise.reject(new WebAssembly.RuntimeError('${PURPOSE}'));`);
    await seeStopped(visit);
  });

  test('goes on where only a script of the page has failed', async (visit) => {
    const { page, troubles, weft } = visit;
    troubles.expect(new RegExp(PURPOSE));
    await runScript(visit, `throw new Error('${PURPOSE}');`);
    await runScript(visit, `Promise.reject(new Error('${PURPOSE}'));`);
    await weft.untilSettled();
    assert.equal(await page.$('#trouble:not([hidden])'), null);
    assert.equal((await page.evaluate(() => globalThis.weft.run())).totals.files, 10);
  });
});
