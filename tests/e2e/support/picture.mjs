// The README's picture: what the page shows in it, and which tabs and buttons it has there.

import { fileURLToPath } from 'node:url';

const at = (/** @type {string} */ name) => fileURLToPath(new URL(`../${name}`, import.meta.url));

export const PICTURE = at('screenshot.png');
/** Beside the picture: whether a page still looks like it cannot be seen in pixels, as figures and letters differ. */
export const CONTROLS = at('screenshot.txt');
export const SIZE = { width: 1400, height: 900 };

const ROLES = ['button', 'radio', 'tab'];

/** Makes the page show it. @param {import('./weft_page.mjs').WeftPage} weft */
export async function pose(weft) {
  await weft.page.evaluate(async () => {
    globalThis.weft.configure({ latencyMs: 40 });
    await globalThis.weft.compare({ rounds: 3 });
    await globalThis.weft.run({ mode: 'async', concurrency: 4 });
  });
  await weft.untilIdle();
  await weft.untilSettled();
}

/** A line for each tab and button, from the top. @param {import('./weft_page.mjs').WeftPage} weft */
export async function controlsOf(weft) {
  const shown = (await weft.widgets()).filter(({ role }) => ROLES.includes(role));
  return shown.map(({ role, label }) => `${role} ${label}\n`).join('');
}
