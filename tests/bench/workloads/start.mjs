// From the beginning of a navigation to the first frame, warm: the browser has been on the page before. An empty page of
// the same server tells how much of that is the browser's own.

import { compared, of } from '../results.mjs';
import { measure, measuredOf } from '../rounds.mjs';

const ROUNDS = 15;
const LIMIT_MS = 300;

/** Runs before anything of the page: the loading screen makes way when the first frame has been drawn. */
function watchForFirstFrame() {
  const isDrawn = () => document.getElementById('loading')?.classList.contains('over');
  const noteFrame = () => Object.assign(globalThis, { firstFrameMs: performance.now() });
  const observer = new MutationObserver(() => {
    if (!isDrawn()) return;
    observer.disconnect();
    noteFrame();
  });
  observer.observe(document, { attributes: true, childList: true, subtree: true });
  document.addEventListener('DOMContentLoaded', () => {
    if (!document.getElementById('loading')) requestAnimationFrame(noteFrame);
  });
}

/** @param {import('../stage.mjs').Stage} stage */
export async function start(stage) {
  const page = await stage.launched.browser.newPage();
  await page.setViewport({ width: 1280, height: 800 });
  await page.evaluateOnNewDocument(watchForFirstFrame);
  /** @param {string} name @param {string} path @returns {import('../rounds.mjs').Contender} */
  const opening = (name, path) => ({
    name,
    async run() {
      await page.goto(new URL(path, stage.url).href, { waitUntil: 'load' });
      const frame = await page.waitForFunction(() => /** @type {any} */ (globalThis).firstFrameMs);
      return { ms: Number(await frame.jsonValue()), answer: { frames: 1 } };
    },
  });
  const contenders = [opening('weft', '.'), opening('an empty page', 'bench/empty.html')];
  const measured = await measure(contenders, { frames: 1 }, ROUNDS);
  await page.close();
  const weft = of(measured, 'weft');
  return [
    compared('start, first frame', `limit of ${LIMIT_MS} ms`, weft, measuredOf('limit', [LIMIT_MS]), {
      target: 1,
    }),
    compared('start, first frame', 'an empty page', weft, of(measured, 'an empty page')),
  ];
}
