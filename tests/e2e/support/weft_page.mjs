// The page as a person has it: widgets are found by what they say, and clicked where they are.

import assert from 'node:assert/strict';
import { inspect } from 'node:util';

/**
 * @typedef {import('../../../web/program/weft.js').Widget} Widget
 * @typedef {import('./browsers.mjs').Point} Point
 * @typedef {{role?: string, value?: string | RegExp, checked?: boolean, disabled?: boolean}} Look
 */

const PATIENCE_MS = 30_000;
/** More animation frames in a row without a drawing than the page leaves out between two of a sequence. */
const FRAMES_TO_SETTLE = 6;
const TOTAL = /^(Sync|Async|Workers) total: /;

/** @param {Widget} widget @returns {Point} */
const middleOf = ({ x, y, width, height }) => ({ x: x + width / 2, y: y + height / 2 });

/** @param {string} text @param {string | RegExp} expected */
const isLike = (text, expected) => (expected instanceof RegExp ? expected.test(text) : text === expected);

/** @param {Widget} widget @param {string | RegExp} label @param {Look} look */
function matches(widget, label, { role, value, checked, disabled }) {
  if (!isLike(widget.label, label) || (role !== undefined && widget.role !== role)) return false;
  if (checked !== undefined && widget.checked !== checked) return false;
  if (disabled !== undefined && widget.disabled !== disabled) return false;
  return value === undefined || isLike(widget.value, value);
}

export class WeftPage {
  /**
   * @param {import('puppeteer-core').Page} page
   * @param {import('./browsers.mjs').BrowserKind} kind
   * @param {string} url
   */
  constructor(page, kind, url) {
    this.page = page;
    this.kind = kind;
    this.url = url;
  }

  /** Goes to the page and waits until it says that it is ready. */
  async open() {
    await this.page.goto(this.url, { waitUntil: 'load' });
    await this.untilReady();
  }

  async reload() {
    await this.page.reload({ waitUntil: 'load' });
    await this.untilReady();
  }

  /** Presses the button of the message that covers the page, and waits for the page that comes in its place. */
  async loadAgain() {
    await Promise.all([this.page.waitForNavigation(), this.page.click('#trouble button')]);
    await this.untilReady();
  }

  async untilReady() {
    await this.page.waitForFunction(
      () => 'weft' in globalThis || document.querySelector('#trouble:not([hidden])') !== null,
      { timeout: 3 * PATIENCE_MS },
    );
    const trouble = await this.page.evaluate(
      () => document.querySelector('#trouble:not([hidden])')?.textContent,
    );
    assert.equal(trouble?.trim(), undefined, 'the page can start');
    await this.page.evaluate(() => globalThis.weft.ready);
  }

  /** @returns {Promise<Widget[]>} */
  widgets() {
    return this.page.evaluate(() => globalThis.weft.widgets());
  }

  /** Two animation frames: what was done before has been drawn. */
  async untilDrawn() {
    await this.page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
  }

  /** All that came of the last input has been drawn: the page, which draws only what is new, draws no more. */
  async untilSettled() {
    await this.page.evaluate(async (enough) => {
      let drawn = -1;
      for (let still = 0; still < enough; still++) {
        await new Promise(requestAnimationFrame);
        const { framesDrawn } = globalThis.weft.diagnostics();
        if (framesDrawn !== drawn) still = 0;
        drawn = framesDrawn;
      }
    }, FRAMES_TO_SETTLE);
  }

  /** @param {string | RegExp} label @param {Look} [look] @returns {Promise<Widget | undefined>} */
  async find(label, look = {}) {
    return (await this.widgets()).find((widget) => matches(widget, label, look));
  }

  /**
   * The widget with that label, as soon as it looks like that.
   * @param {string | RegExp} label
   * @param {Look} [look]
   * @param {number} [patienceMs]
   * @returns {Promise<Widget>}
   */
  async see(label, look = {}, patienceMs = PATIENCE_MS) {
    const givesUpAt = Date.now() + patienceMs;
    while (Date.now() < givesUpAt) {
      const widget = await this.find(label, look);
      if (widget) return widget;
      await this.untilDrawn();
    }
    const present = (await this.widgets()).map(
      (widget) => `${widget.role} "${widget.label}": ${widget.value}${widget.disabled ? ' (grey)' : ''}`,
    );
    throw new Error(`no "${label}" like ${inspect(look)} among\n  ${present.join('\n  ')}`);
  }

  /** @param {string} label @param {string} [role] */
  async click(label, role) {
    const widget = await this.see(label, { ...(role ? { role } : {}), disabled: false });
    const { x, y } = middleOf(widget);
    await this.page.mouse.move(x, y);
    await this.untilDrawn();
    await this.page.mouse.click(x, y);
  }

  /** @param {string} key */
  async press(key) {
    await this.page.keyboard.press(/** @type {import('puppeteer-core').KeyInput} */ (key));
  }

  /**
   * Drags a slider's grip until it shows the figure.
   * @param {string} label
   * @param {string} figure as the slider shows it: "50 ms"
   * @param {(shown: string) => number} measure tells which of two figures is further to the right
   */
  async slide(label, figure, measure) {
    const slider = await this.see(label, { role: 'slider' });
    const { y } = middleOf(slider);
    let left = slider.x + 1;
    let right = slider.x + slider.width - 1;
    let shown = '';
    await this.page.mouse.move(left, y);
    await this.untilSettled();
    await this.page.mouse.down();
    while (right - left > 0.1) {
      const x = (left + right) / 2;
      await this.page.mouse.move(x, y);
      await this.untilSettled();
      shown = (await this.see(label, { role: 'slider' })).value;
      if (shown === figure) break;
      if (measure(shown) < measure(figure)) left = x;
      else right = x;
    }
    await this.page.mouse.up();
    assert.equal(shown, figure, `the slider "${label}" can be dragged to ${figure}`);
  }

  /** The middle of the page: everywhere is a place to drop. @returns {Point} */
  dropPlace() {
    const { width, height } = this.page.viewport() ?? { width: 800, height: 600 };
    return { x: width / 2, y: height / 2 };
  }

  /** Drags files and folders of the disk in, and lets go. @param {string[]} paths */
  async drop(paths) {
    const drag = await this.kind.beginDrag(this.page, paths, this.dropPlace());
    await drag.drop();
  }

  /** Drops, and waits until the list has so many files. @param {string[]} paths @param {number} count */
  async dropAndWait(paths, count) {
    await this.drop(paths);
    await this.untilFiles(count);
  }

  /** @param {number} count */
  async untilFiles(count) {
    const words = count === 1 ? '1 file' : `${count.toLocaleString('en-US')} files`;
    await this.see('Files', { role: 'text', value: new RegExp(`^${words}( |$)`) });
  }

  /** Takes the samples off the list, as a person does. */
  async clearList() {
    await this.click('Clear the list');
    await this.see('Files', { role: 'text', value: 'none yet' });
  }

  /** @param {'Sync' | 'Async' | 'Workers'} mode */
  async chooseMode(mode) {
    await this.click(mode, 'radio');
    await this.see(mode, { role: 'radio', checked: true });
  }

  /** Presses Run and waits until the log tells the end, and a next run can be started. */
  async runToEnd() {
    const before = await this.countLog(TOTAL);
    await this.click('Run', 'button');
    await this.untilLogged(TOTAL, before + 1);
    await this.untilIdle();
  }

  /** Nothing is under way, and the page says so. */
  async untilIdle() {
    await this.page.waitForFunction(() => globalThis.weft.diagnostics().activity === 'none', {
      timeout: 3 * PATIENCE_MS,
    });
    await this.see('Run', { role: 'button' });
  }

  /** @param {RegExp} pattern @returns {Promise<number>} how many lines of the log match */
  async countLog(pattern) {
    return (await this.log()).filter((line) => pattern.test(line)).length;
  }

  /** @param {RegExp} pattern @param {number} count */
  async untilLogged(pattern, count) {
    await this.page.waitForFunction(
      (source, wanted) =>
        globalThis.weft.log().filter((line) => new RegExp(source).test(line)).length >= wanted,
      { timeout: 3 * PATIENCE_MS },
      pattern.source,
      count,
    );
  }

  /** @returns {Promise<string[]>} */
  log() {
    return this.page.evaluate(() => globalThis.weft.log());
  }
}
