// Firefox has no command for a drag from the desktop, so its own window is asked to make one.

import { readFileSync } from 'node:fs';
import { callInFirefox } from './firefox_chrome.mjs';

/**
 * @typedef {import('./browsers.mjs').Point} Point
 * @typedef {import('./browsers.mjs').Drag} Drag
 */

const SCRIPT = readFileSync(new URL('./drag_firefox.chrome.js', import.meta.url), 'utf8');

/**
 * @param {import('puppeteer-core').Page} page
 * @param {string[]} paths
 * @param {Point} at
 * @param {Record<string, string>} [data]
 * @returns {Promise<Drag>}
 */
export async function beginDragInFirefox(page, paths, at, data = {}) {
  const command = (/** @type {string} */ name) =>
    callInFirefox(page.browser(), `(argument) => { ${SCRIPT}\nreturn commands.${name}(argument); }`, {
      url: page.url(),
      paths,
      data,
      at,
    });
  await command('begin');
  return {
    drop: () => command('drop'),
    leave: () => command('leave'),
  };
}
