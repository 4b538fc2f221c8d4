// What goes wrong while a frame is drawn, which nobody waits for.

import assert from 'node:assert/strict';
import { describeInEachBrowser } from './support/suite.mjs';

/** A function of the browser that the program calls in a frame, and how it is made to call it. @type {[string, () => void][]} */
const BREAKS = [
  [
    'measures a text',
    () => {
      CanvasRenderingContext2D.prototype.measureText = () => {
        throw new TypeError('broken on purpose');
      };
    },
  ],
  [
    'has no room for a canvas',
    () => {
      HTMLCanvasElement.prototype.getContext = () => {
        throw new DOMException('broken on purpose', 'InvalidStateError');
      };
    },
  ],
];

describeInEachBrowser('A frame that fails', ({ test }) => {
  for (const [what, breakIt] of BREAKS) {
    test(`ends in words where the browser ${what}`, async ({ weft, page, troubles }) => {
      troubles.expect(/broken on purpose/);
      await weft.untilSettled();
      await page.evaluate(breakIt);
      // Letters that nothing has been drawn with, more of them than one sheet has room for.
      await page.evaluate(() => {
        const names = Array.from({ length: 40 }, (_, index) =>
          String.fromCodePoint(0x4e00 + index).repeat(40),
        );
        globalThis.weft.addFiles(names.map((name) => new File([''], `${name}.txt`)));
      });
      await page.waitForSelector('#trouble:not([hidden])');
      const [heading, detail] = await page.$eval('#trouble', (panel) =>
        ['h1', 'pre'].map((part) => panel.querySelector(part)?.textContent),
      );
      assert.equal(heading, 'Weft has stopped');
      assert.match(String(detail), /broken on purpose/);
    });
  }
});
