import assert from 'node:assert/strict';
import { describeInEachBrowser } from './support/suite.mjs';

/**
 * The keys go to the page. A busy Firefox may not have given its first window the focus yet.
 * @param {import('./support/weft_page.mjs').WeftPage} weft
 */
async function takeFocus(weft) {
  await weft.page.bringToFront();
  const { x, y } = await weft.see('Files');
  await weft.page.mouse.click(x, y);
}

describeInEachBrowser('The keyboard', ({ test }) => {
  test('R runs, M changes the mode, N steps', async ({ weft }) => {
    await takeFocus(weft);
    await weft.press('m');
    await weft.see('Workers', { role: 'radio', checked: true });
    await weft.press('m');
    await weft.see('Sync', { role: 'radio', checked: true });
    await weft.press('m');
    await weft.see('Async', { role: 'radio', checked: true });
    await weft.press('r');
    await weft.see('file_10.txt', { role: 'row', value: /^Done/ });
    await weft.untilIdle();
    await weft.click('Lines', 'tab');
    await weft.press('n');
    await weft.see('Generator', { role: 'status', value: 'suspended at line 1 of file_01.txt' });
    await weft.press('n');
    await weft.see('Generator', { role: 'status', value: 'suspended at line 1 of file_02.txt' });
  });

  test('C compares and L runs the lesson, Escape ends them', async ({ weft, page }) => {
    // Slow reads, so that the comparison is still going on when Escape is pressed.
    await takeFocus(weft);
    await page.evaluate(() => globalThis.weft.configure({ mode: 'async', latencyMs: 200 }));
    await weft.press('c');
    await weft.see('Compare', { role: 'tab', checked: true });
    await weft.see('Async, 1 in flight', { role: 'row', value: /running/ });
    await weft.press('Escape');
    await weft.see('Cancelled; what was measured until then stands.');
    await weft.untilIdle();
    await page.evaluate(() => globalThis.weft.configure({ latencyMs: 0 }));
    await weft.press('l');
    await weft.see('Log', { role: 'tab', checked: true });
    await weft.untilLogged(/^Yielded/, 20);
    assert.ok((await weft.log()).includes('--- Async generator demo ---'));
  });

  test('R and C say why they do nothing where the list is empty', async ({ weft }) => {
    await takeFocus(weft);
    const why = 'There are no files in the list: add some first.';
    await weft.clearList();
    for (const [key, title] of [
      ['r', 'Run'],
      ['c', 'Compare'],
    ]) {
      await weft.see(title, { role: 'button', disabled: true });
      await weft.press(key);
      await weft.see(why, { role: 'status' });
      await weft.click('Dismiss');
      await weft.untilSettled();
      assert.equal(await weft.find(why), undefined);
    }
  });

  test('Control and O opens the file chooser', async ({ weft, page, kind, disk }) => {
    await weft.clearList();
    const path = disk.write('chosen.txt', 'x');
    await kind.choose(page, [path], async () => {
      await page.keyboard.down('Control');
      await page.keyboard.press('o');
      await page.keyboard.up('Control');
    });
    await weft.untilFiles(1);
  });
});
