// Answers the file chooser that a click opens, in place of the person.

const PATIENCE_MS = 10_000;

/**
 * @param {import('puppeteer-core').Page} page
 * @param {string[]} paths
 * @param {() => Promise<void>} click
 */
export async function chooseInChromium(page, paths, click) {
  const session = await page.createCDPSession();
  await session.send('Page.enable');
  await session.send('Page.setInterceptFileChooserDialog', { enabled: true });
  const opened = new Promise((/** @type {(value: number) => void} */ resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('no file chooser was opened')), PATIENCE_MS);
    session.once('Page.fileChooserOpened', (event) => {
      clearTimeout(timer);
      if (event.backendNodeId === undefined) reject(new Error('the file chooser has no input element'));
      else resolve(event.backendNodeId);
    });
  });
  const [backendNodeId] = await Promise.all([opened, click()]);
  await session.send('DOM.setFileInputFiles', { files: paths, backendNodeId });
  await session.send('Page.setInterceptFileChooserDialog', { enabled: false });
  await session.detach();
}

/**
 * @param {import('puppeteer-core').Page} page
 * @param {string[]} paths
 * @param {() => Promise<void>} click
 */
export async function chooseInFirefox(page, paths, click) {
  const [chooser] = await Promise.all([page.waitForFileChooser({ timeout: PATIENCE_MS }), click()]);
  await chooser.accept(paths);
}
