import { chooseColours, followSystem, prefersDark } from './colours.js';
import { watchDrops } from './drop-zone.js';
import { createPicker } from './file-picker.js';
import { keepBrowserKeys } from './keys.js';
import { showTrouble } from './trouble.js';
import { keepBrowserZoom } from './zoom.js';

/** How long the graphics may be away before the page says so. */
const PATIENCE_MS = 5000;

/** Hands files to the program, which is there by the time anyone can choose any. @param {File[]} files */
const addFiles = (files) => /** @type {any} */ (globalThis).weft?.addFiles(files);

/**
 * What the program asks of the page around its canvas; see web/library/shell.js.
 * @param {HTMLCanvasElement} canvas
 * @param {{close: () => void}} screen
 */
export function createPage(canvas, screen) {
  const live = /** @type {HTMLElement} */ (document.getElementById('live'));
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;
  keepBrowserKeys(canvas);
  watchDrops(addFiles);
  return {
    pick: createPicker(addFiles, canvas),
    prefersDark,
    setDark: chooseColours,
    followSystem,
    keepZoom: (/** @type {(x: number, y: number) => boolean} */ isWanted) =>
      keepBrowserZoom(canvas, isWanted),
    copy: (/** @type {string} */ text) =>
      void navigator.clipboard?.writeText(text).catch(() => copyByHand(text)),
    openSource: (/** @type {string} */ path) => void window.open(`source/${path}.txt`, '_blank', 'noopener'),
    announce: (/** @type {string} */ words) => void (live.textContent = words),
    firstFrame() {
      screen.close();
      canvas.focus({ preventScroll: true });
    },
    graphicsLost(/** @type {boolean} */ isLost) {
      clearTimeout(waiting);
      if (!isLost) return;
      const words =
        'The browser has taken the graphics away and has not given them back. Load the page again.';
      waiting = setTimeout(() => showTrouble('The picture is gone', words, ''), PATIENCE_MS);
    },
  };
}

/** The old way, where the clipboard needs a permission that nobody gives. @param {string} text */
function copyByHand(text) {
  const area = document.createElement('textarea');
  area.value = text;
  area.className = 'unseen';
  document.body.append(area);
  area.select();
  document.execCommand('copy');
  area.remove();
}
