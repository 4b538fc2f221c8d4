// Chromium takes a drag from the desktop over its debugging protocol: real paths, trusted events, folders included.

/**
 * @typedef {import('./browsers.mjs').Point} Point
 * @typedef {import('./browsers.mjs').Drag} Drag
 */

const COPY = 1;
const OUTSIDE = { x: -20, y: -20 };

/**
 * @param {import('puppeteer-core').Page} page
 * @param {string[]} paths
 * @param {Point} at
 * @param {Record<string, string>} [content]
 * @returns {Promise<Drag>}
 */
export async function beginDragInChromium(page, paths, at, content = {}) {
  const session = await page.createCDPSession();
  const items = Object.entries(content).map(([mimeType, text]) => ({ mimeType, data: text }));
  const data = { items, ...(paths.length > 0 ? { files: paths } : {}), dragOperationsMask: COPY };
  const send = (/** @type {'dragEnter' | 'dragOver' | 'drop' | 'dragCancel'} */ type, place = at) =>
    session.send('Input.dispatchDragEvent', { type, ...place, data });
  await send('dragEnter');
  await send('dragOver');
  return {
    async drop() {
      await send('drop');
      await session.detach();
    },
    async leave() {
      await send('dragOver', OUTSIDE);
      await send('dragCancel', OUTSIDE);
      await session.detach();
    },
  };
}
