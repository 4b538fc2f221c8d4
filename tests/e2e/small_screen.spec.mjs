import assert from 'node:assert/strict';
import { describeInEachBrowser } from './support/suite.mjs';
import { countColours, lookUntil } from './support/pixels.mjs';

const PHONE = { width: 390, height: 844 };
const PAGES = ['Files', 'Timeline', 'Compare', 'Lines', 'Log', 'Settings'];

/** @param {import('./support/weft_page.mjs').WeftPage} weft @param {{width: number, height: number}} size */
async function assertNothingIsCutOff(weft, size) {
  await weft.untilDrawn();
  for (const { label, role, x, y, width, height } of await weft.widgets()) {
    const isInside =
      x >= -0.5 && y >= -0.5 && x + width <= size.width + 0.5 && y + height <= size.height + 0.5;
    assert.ok(isInside, `${role} "${label}" at ${x},${y} of ${width}×${height}`);
  }
}

describeInEachBrowser('A phone', ({ test }) => {
  test('shows every panel whole', PHONE, async ({ weft, page }) => {
    for (const name of PAGES) {
      await weft.click(name, 'tab');
      await weft.see(name, { role: 'tab', checked: true });
      await assertNothingIsCutOff(weft, PHONE);
      assert.ok(
        countColours(await lookUntil(page, (seen) => countColours(seen) > 20)) > 20,
        `${name} is not blank`,
      );
    }
    const overflow = await page.evaluate(() => ({
      width: document.documentElement.scrollWidth - innerWidth,
      height: document.documentElement.scrollHeight - innerHeight,
    }));
    assert.deepEqual(overflow, { width: 0, height: 0 }, 'the page itself does not scroll');
  });

  test('runs, and shows the figures', PHONE, async ({ weft }) => {
    await weft.chooseMode('Sync');
    await weft.runToEnd();
    await weft.see('file_01.txt', { role: 'row', value: /^Done/ });
    await weft.chooseMode('Async');
    await weft.runToEnd();
    await assertNothingIsCutOff(weft, PHONE);
  });

  test('follows a turn of the screen', PHONE, async ({ weft, page }) => {
    await page.setViewport({ width: PHONE.height, height: PHONE.width });
    await weft.page.waitForFunction(
      (width) => globalThis.weft.widgets().some((widget) => widget.x + widget.width > width),
      { timeout: 30_000 },
      PHONE.width,
    );
    await assertNothingIsCutOff(weft, { width: PHONE.height, height: PHONE.width });
  });
});
