// What a person would paste.

import { callInFirefox } from './firefox_chrome.mjs';

/** @param {import('puppeteer-core').Page} page @returns {Promise<string>} */
export async function readClipboardInChromium(page) {
  const origin = new URL(page.url()).origin;
  await page.browserContext().overridePermissions(origin, ['clipboard-read']);
  return page.evaluate(() => navigator.clipboard.readText());
}

/** @param {import('puppeteer-core').Page} page @returns {Promise<string>} */
export function readClipboardInFirefox(page) {
  return callInFirefox(page.browser(), '() => navigator.clipboard.readText()');
}
