// Lets a page save files, without asking, into a directory.

import { callInFirefox } from './firefox_chrome.mjs';

/** @param {import('puppeteer-core').Page} page @param {string} directory */
async function allowInChromium(page, directory) {
  const session = await page.createCDPSession();
  await session.send('Page.setDownloadBehavior', { behavior: 'allow', downloadPath: directory });
}

/** @param {import('puppeteer-core').Page} page @param {string} directory */
async function allowInFirefox(page, directory) {
  const program = `(directory) => {
    Services.prefs.setIntPref('browser.download.folderList', 2);
    Services.prefs.setStringPref('browser.download.dir', directory);
    Services.prefs.setBoolPref('browser.download.useDownloadDir', true);
    Services.prefs.setBoolPref('browser.download.alwaysOpenPanel', false);
    Services.prefs.setBoolPref('browser.download.always_ask_before_handling_new_types', false);
  }`;
  await callInFirefox(page.browser(), program, directory);
}

/** @param {string} browser its name @param {import('puppeteer-core').Page} page @param {string} directory */
export function allowDownloads(browser, page, directory) {
  return browser === 'Firefox' ? allowInFirefox(page, directory) : allowInChromium(page, directory);
}
