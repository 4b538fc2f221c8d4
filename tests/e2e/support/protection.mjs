// Browsers that guard against fingerprinting let no page read back what it has drawn.

import { callInFirefox } from './firefox_chrome.mjs';

/** @param {boolean} isOn */
const preference = (isOn) => `() => Services.prefs.setBoolPref('privacy.resistFingerprinting', ${isOn})`;

/** Chromium has no such setting; those built on it that have one answer with noise too. */
function answerWithNoise() {
  const { getImageData } = CanvasRenderingContext2D.prototype;
  /** @this {CanvasRenderingContext2D} @param {Parameters<typeof getImageData>} box */
  CanvasRenderingContext2D.prototype.getImageData = function (...box) {
    const image = getImageData.apply(this, box);
    crypto.getRandomValues(image.data.subarray(0, 65536));
    return image;
  };
}

/**
 * From the next page load on. Returns what ends it.
 * @param {string} browser its name
 * @param {import('puppeteer-core').Page} page
 * @returns {Promise<() => Promise<void>>}
 */
export async function hideCanvas(browser, page) {
  if (browser === 'Firefox') {
    await callInFirefox(page.browser(), preference(true));
    return () => callInFirefox(page.browser(), preference(false));
  }
  const { identifier } = await page.evaluateOnNewDocument(answerWithNoise);
  return () => page.removeScriptToEvaluateOnNewDocument(identifier);
}
