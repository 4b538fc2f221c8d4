import assert from 'node:assert/strict';
import { describeInEachBrowser } from './support/suite.mjs';
import { colouredShare, differenceOf, look } from './support/pixels.mjs';

describeInEachBrowser('Appearance', ({ test }) => {
  test('the timeline shows the states of the fibers in colour', async ({ weft, page }) => {
    for (const mode of /** @type {const} */ (['sync', 'async'])) {
      await page.evaluate((chosen) => globalThis.weft.run({ mode: chosen, latencyMs: 15 }), mode);
      await weft.untilDrawn();
      const lanes = await weft.see('Timeline of fibers', { role: 'img' });
      const picture = await look(page, lanes);
      assert.ok(colouredShare(picture) > 0.02, `${mode}: ${colouredShare(picture)} of the lanes is coloured`);
    }
  });

  test('a finished run looks different from an idle page', async ({ weft, page }) => {
    await page.mouse.move(1, 1);
    await weft.untilDrawn();
    const before = await look(page);
    await page.evaluate(() => globalThis.weft.run({ mode: 'async' }));
    await weft.untilDrawn();
    assert.ok(differenceOf(before, await look(page)) > 0.01);
  });

  test('the colours of the system, as long as nobody chooses', { open: false }, async ({ weft, page }) => {
    await page.evaluateOnNewDocument(() => {
      const real = matchMedia.bind(globalThis);
      const system = Object.assign(new EventTarget(), { matches: false });
      globalThis.matchMedia = (query) =>
        query.includes('prefers-color-scheme') ? /** @type {any} */ (system) : real(query);
      Object.assign(globalThis, {
        setSystem: (/** @type {boolean} */ isDark) => {
          system.matches = isDark;
          system.dispatchEvent(Object.assign(new Event('change'), { matches: isDark }));
        },
      });
    });
    await weft.open();
    const setSystem = (/** @type {boolean} */ isDark) =>
      page.evaluate((dark) => /** @type {any} */ (globalThis).setSystem(dark), isDark);
    const shown = () => page.evaluate(() => document.documentElement.dataset.colours);
    await weft.see('Dark colours', { role: 'button' });
    await setSystem(true);
    await weft.see('Light colours', { role: 'button' });
    assert.equal(await shown(), 'dark');
    await weft.click('Light colours', 'button');
    await weft.see('Dark colours', { role: 'button' });
    await setSystem(false);
    await setSystem(true);
    await weft.untilSettled();
    assert.ok(await weft.find('Dark colours'), 'a choice stands');
    assert.equal(await shown(), 'light');
    // Back to what the system has: from now on the page follows again.
    await weft.click('Dark colours', 'button');
    await weft.see('Light colours', { role: 'button' });
    await setSystem(false);
    await weft.see('Dark colours', { role: 'button' });
  });

  test('the wheel with Ctrl is the browser’s, but over the timeline', async ({ weft, page }) => {
    await page.evaluate(() => globalThis.weft.run({ mode: 'async' }));
    await page.evaluate(() => {
      const taken = /** @type {boolean[]} */ ([]);
      Object.assign(globalThis, { taken });
      const note = (/** @type {WheelEvent} */ event) => {
        taken.push(event.defaultPrevented);
        event.preventDefault();
      };
      addEventListener('wheel', note, { passive: false });
    });
    const wheelAt = async (/** @type {import('../../web/weft.js').Widget} */ { x, y, width, height }) => {
      await page.mouse.move(x + width / 2, y + height / 2);
      await page.mouse.wheel({ deltaY: -100 });
    };
    const timeline = await weft.see('Timeline of fibers', { role: 'img' });
    const files = await weft.see('file_03.txt', { role: 'row' });
    await page.keyboard.down('Control');
    await wheelAt(files);
    await wheelAt(timeline);
    await page.keyboard.up('Control');
    await page.waitForFunction(() => /** @type {any} */ (globalThis).taken.length >= 2);
    assert.deepEqual(await page.evaluate(() => /** @type {any} */ (globalThis).taken), [false, true]);
    await weft.see('Zoom out', { role: 'button', disabled: false });
  });

  test('light and dark colours', async ({ weft, page }) => {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }]).catch(() => {});
    const toggles = ['Dark colours', 'Light colours'];
    const current = (await weft.find(toggles[0])) ? 0 : 1;
    const brightness = async () => {
      const { data } = await look(page, { x: 4, y: 400, width: 4, height: 4 });
      return data[0] + data[1] + data[2];
    };
    const first = await brightness();
    await weft.click(toggles[current], 'button');
    await weft.see(toggles[1 - current], { role: 'button' });
    await page.mouse.move(1, 1);
    await weft.untilDrawn();
    const second = await brightness();
    assert.ok(Math.abs(first - second) > 200, `${first} and ${second}`);
    assert.ok(current === 0 ? second < first : second > first);
  });
});
