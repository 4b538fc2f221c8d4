import assert from 'node:assert/strict';
import { describeInEachBrowser } from './support/suite.mjs';
import { colouredShare, countColours, differenceOf, look, lookUntil } from './support/pixels.mjs';
import { hideCanvas } from './support/protection.mjs';
import { drawnByBrowser, inkDistance, inkOf } from './support/writing.mjs';

/** Scripts that join, stack, reorder or turn their letters, both directions in one line, and emoji. */
const TEXTS = [
  'مرحبا بالعالم ١٢٣',
  'שלום עולם',
  'read ملف التقرير and דוח twice',
  'हिन्दी में क्षत्रिय',
  '\u1112\u1161\u11ab\u1100\u1173\u11af',
  '👨‍👩‍👧 🇫🇷 👍🏽 ok',
  'cafe\u0301 a\u0308\u0323',
  '日本語のテキスト',
];
const LINE_FONTS = "ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace";
const INK = '#1a2330';
const GROUND = '#ffffff';

/** @param {string} text @returns {CanvasDirection} of its first letter */
const directionOf = (text) =>
  /\p{Script=Arabic}|\p{Script=Hebrew}/u.test(/\p{L}/u.exec(text)?.[0] ?? '') ? 'rtl' : 'ltr';

/** @param {import('./support/weft_page.mjs').WeftPage} weft */
async function useLightColours(weft) {
  if (await weft.find('Light colours', { role: 'button' })) await weft.click('Light colours', 'button');
  await weft.see('Dark colours', { role: 'button' });
}

/**
 * Shows the texts in the lines panel, each of them for a frame at least, and in the end the last ones.
 * @param {import('./support/weft_page.mjs').WeftPage} weft
 * @param {string[]} texts
 * @param {string} [name]
 */
async function showLines(weft, texts, name = 'تقرير السنة.txt') {
  await weft.page.evaluate(
    (lines, title) => globalThis.weft.addFiles([new File([lines.join('\n')], title)]),
    texts,
    name,
  );
  await weft.click(name, 'row');
  await weft.click('Lines', 'tab');
  const { x, y, width, height } = await weft.see('Next 10', { role: 'button' });
  while (!(await weft.find(texts[texts.length - 1], { role: 'row' }))) {
    await weft.page.mouse.click(x + width / 2, y + height / 2);
    await weft.untilDrawn();
  }
  await weft.page.mouse.move(1, 1);
  await weft.untilSettled();
}

/**
 * How far a text in the lines panel is from the browser's own drawing of it.
 * @param {import('./support/weft_page.mjs').WeftPage} weft
 * @param {string} text
 */
async function distanceOf(weft, text) {
  const { x, y, width } = await weft.see(text, { role: 'row' });
  // Below the words that say where the line stands.
  const box = { x: Math.ceil(x), y: Math.ceil(y) + 19, width: Math.floor(width), height: 23 };
  const ratio = await weft.page.evaluate(() => devicePixelRatio);
  const font = `400 ${((Math.round(15.5 * ratio) * 14) / 17).toFixed(2)}px ${LINE_FONTS}`;
  const seen = inkOf(await look(weft.page, box));
  const distances = [];
  // Where several pixels of the device make one of the picture, it matters which of them the text begins at.
  for (let shift = 0; shift < ratio * ratio; shift++) {
    const place = { x: shift % ratio, y: Math.floor(shift / ratio) };
    const pen = { font, ink: INK, ground: GROUND, direction: directionOf(text), ...place };
    const expected = inkOf(await drawnByBrowser(weft.page, text, pen));
    assert.ok(expected.width > 2, `${text}: the browser draws something`);
    distances.push(inkDistance(seen, expected));
  }
  return Math.min(...distances);
}

describeInEachBrowser('Appearance', ({ test }) => {
  test('text of any script is what the browser makes of it', async ({ weft }) => {
    await useLightColours(weft);
    await showLines(weft, TEXTS);
    for (const text of TEXTS) {
      const distance = await distanceOf(weft, text);
      assert.ok(distance < 6, `${text} is ${distance} from what the browser draws`);
    }
  });

  test(
    'shaped text stays right when more has been drawn than is kept',
    { timeout: 300_000 },
    async ({ weft, page }) => {
      await useLightColours(weft);
      // The sheets of a window this large hold some 700 pictures as wide as the panel; one of which nothing is in
      // sight is used again, and so no shaped name may stay there.
      const wide = Array.from({ length: 800 }, (_, i) => `${i}${' مرحبا بالعالم'.repeat(8)}`);
      await showLines(weft, [...TEXTS, ...wide, 'שלום עולם 2'], 'plain.txt');
      assert.ok((await distanceOf(weft, 'שלום עולם 2')) < 6, 'the last one, in a sheet that was used before');
      await weft.click('Restart', 'button');
      await weft.click('Next 10', 'button');
      await weft.see(TEXTS[7], { role: 'row' });
      await page.mouse.move(1, 1);
      await weft.untilSettled();
      for (const text of TEXTS) {
        const distance = await distanceOf(weft, text);
        assert.ok(distance < 6, `${text}, drawn anew, is ${distance} from what the browser draws`);
      }
    },
  );

  test(
    'letters are letters where the browser hides what is drawn',
    { open: false, timeout: 300_000 },
    async (visit) => {
      const { weft, page, kind } = visit;
      const unhide = await hideCanvas(kind.name, page);
      try {
        await weft.open();
        await useLightColours(weft);
        // Letters alone, because Weft spaces them its own way; a single one may be moved by half a pixel.
        const texts = ['W', '&', 'g', TEXTS[0], TEXTS[5]];
        await showLines(weft, texts);
        for (const text of texts) {
          const distance = await distanceOf(weft, text);
          assert.ok(distance < 60, `${text} is ${distance} from what the browser draws`);
        }
      } finally {
        await unhide();
      }
    },
  );

  test('the timeline shows the states of the fibers in colour', async ({ weft, page }) => {
    // Of the same lanes, so that these are not taken for those of the next run.
    await page.evaluate(() => globalThis.weft.run({ mode: 'async' }));
    let before = await look(page, await weft.see('Timeline of fibers', { role: 'img' }));
    for (const mode of /** @type {const} */ (['sync', 'async'])) {
      await page.evaluate((chosen) => globalThis.weft.run({ mode: chosen, latencyMs: 15 }), mode);
      await weft.untilDrawn();
      const lanes = await weft.see('Timeline of fibers', { role: 'img' });
      const isNew = (/** @type {import('./support/pixels.mjs').Picture} */ seen) =>
        differenceOf(before, seen) > 0;
      const picture = await lookUntil(page, (seen) => isNew(seen) && colouredShare(seen) > 0.02, lanes);
      assert.ok(isNew(picture), `${mode}: the lanes are others`);
      before = picture;
      assert.ok(colouredShare(picture) > 0.02, `${mode}: ${colouredShare(picture)} of the lanes is coloured`);
    }
  });

  test('a finished run looks different from an idle page', async ({ weft, page }) => {
    await page.mouse.move(1, 1);
    await weft.untilDrawn();
    const before = await look(page);
    await page.evaluate(() => globalThis.weft.run({ mode: 'async' }));
    const after = await lookUntil(page, (seen) => differenceOf(before, seen) > 0.01);
    assert.ok(differenceOf(before, after) > 0.01, `${differenceOf(before, after)} of the page is different`);
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
    // Whether the program has taken the event. The browser does nothing by itself for one of a script.
    const isTakenAt = async (
      /** @type {import('../../web/program/weft.js').Widget} */ { x, y, width, height },
    ) => {
      const at = { clientX: x + width / 2, clientY: y + height / 2 };
      await page.mouse.move(at.clientX, at.clientY);
      await weft.untilSettled();
      return page.evaluate((place) => {
        const how = { deltaY: -100, ctrlKey: true, bubbles: true, cancelable: true, ...place };
        return !document.getElementById('canvas')?.dispatchEvent(new WheelEvent('wheel', how));
      }, at);
    };
    await page.keyboard.down('Control');
    assert.equal(await isTakenAt(await weft.see('file_03.txt', { role: 'row' })), false);
    assert.equal(await isTakenAt(await weft.see('Timeline of fibers', { role: 'img' })), true);
    await weft.see('Zoom out', { role: 'button', disabled: false });
    await page.keyboard.up('Control');
  });

  test('a frame that looks like the last one is not drawn again', { open: false }, async ({ weft, page }) => {
    await page.evaluateOnNewDocument(() => {
      const { clear } = WebGL2RenderingContext.prototype;
      Object.assign(globalThis, { drawings: 0 });
      WebGL2RenderingContext.prototype.clear = function (...mask) {
        ++/** @type {any} */ (globalThis).drawings;
        return clear.apply(this, mask);
      };
    });
    await weft.open();
    const count = () =>
      page.evaluate(() => ({
        drawings: /** @type {any} */ (globalThis).drawings,
        frames: globalThis.weft.diagnostics().framesDrawn,
      }));
    /** @param {number} x @param {number} y */
    const pointAt = async (x, y) => {
      const before = await count();
      await page.mouse.move(x, y);
      await weft.untilSettled();
      const after = await count();
      assert.ok(after.frames > before.frames, 'the page has looked whether anything is new');
      return after.drawings - before.drawings;
    };
    const title = await weft.see('Files', { role: 'text' });
    const run = await weft.see('Run', { role: 'button' });
    await pointAt(title.x + 2, title.y + 2);
    assert.equal(await pointAt(title.x + 6, title.y + 4), 0, 'nothing is new');
    assert.ok((await pointAt(run.x + 8, run.y + 8)) > 0, 'a button under the pointer is');
    /** @param {() => Promise<unknown>} empty */
    const seeDrawnAfter = async (empty) => {
      const { drawings } = await count();
      await empty();
      await page.waitForFunction((before) => /** @type {any} */ (globalThis).drawings > before, {}, drawings);
      const picture = await lookUntil(page, (shown) => countColours(shown) > 50);
      assert.ok(countColours(picture) > 50, 'an emptied canvas is drawn anew');
    };
    await seeDrawnAfter(() => page.setViewport({ width: 1000, height: 700 }));
    await seeDrawnAfter(() =>
      page.evaluate(async () => {
        const canvas = /** @type {HTMLCanvasElement} */ (document.querySelector('#canvas'));
        const graphics = canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context');
        const isLost = new Promise((resolve) => canvas.addEventListener('webglcontextlost', resolve));
        graphics?.loseContext();
        await isLost;
        await new Promise((resolve) => setTimeout(resolve));
        graphics?.restoreContext();
      }),
    );
  });

  test('light and dark colours', async ({ weft, page }) => {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }]).catch(() => {});
    const toggles = ['Dark colours', 'Light colours'];
    const current = (await weft.find(toggles[0])) ? 0 : 1;
    const corner = { x: 4, y: 400, width: 4, height: 4 };
    const brightness = (/** @type {import('./support/pixels.mjs').Picture} */ { data }) =>
      data[0] + data[1] + data[2];
    const first = brightness(await look(page, corner));
    await weft.click(toggles[current], 'button');
    await weft.see(toggles[1 - current], { role: 'button' });
    await page.mouse.move(1, 1);
    await weft.untilDrawn();
    const isOther = (/** @type {number} */ now) => Math.abs(first - now) > 200;
    const second = brightness(await lookUntil(page, (seen) => isOther(brightness(seen)), corner));
    assert.ok(isOther(second), `${first} and ${second}`);
    assert.ok(current === 0 ? second < first : second > first);
  });
});
