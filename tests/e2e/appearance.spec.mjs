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
