import { chooseColours, followSystem, prefersDark } from './colours.js';
import { createPicker } from './file-picker.js';
import { keepBrowserKeys } from './keys.js';
import { showTrouble } from './trouble.js';
import { keepBrowserZoom } from './zoom.js';

/** How long the graphics may be away before the page says so. */
const PATIENCE_MS = 5000;

/**
 * What the program asks of the page around its canvas; see web/ui/shell.lib.js.
 * @param {HTMLCanvasElement} canvas
 * @param {{close: () => void}} screen
 * @param {{tell: (words: string) => void, addToLog: (line: string) => void, link: () => string}} program  says something
 *   where a person looks, or in the log alone; and the address of the page as it is set now
 */
export function createPage(canvas, screen, { tell, addToLog, link }) {
  /** The program is there by the time anyone can choose any. @param {File[]} files */
  const addFiles = (files) => {
    if (files.length === 0) tell('There are no files in what was picked.');
    else globalThis.weft.addFiles(files);
  };
  /** @param {string} text @returns {Promise<boolean>} false if the page has said that it cannot */
  const copy = async (text) => {
    const isCopied = await copied(text);
    if (!isCopied) tell('The browser does not let this page copy.');
    return isCopied;
  };
  const live = /** @type {HTMLElement} */ (document.getElementById('live'));
  const announce = (/** @type {string} */ words) => void (live.textContent = words);
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;
  keepBrowserKeys(canvas);
  return {
    pick: createPicker(addFiles, canvas),
    prefersDark,
    setDark: chooseColours,
    followSystem,
    keepZoom: (/** @type {(x: number, y: number) => boolean} */ isWanted) =>
      keepBrowserZoom(canvas, isWanted),
    copy,
    async copyLink() {
      const address = link();
      if (!(await copy(address))) return;
      addToLog(`Copied a link: ${address}`);
      announce('The link is copied.');
    },
    openSource(/** @type {string} */ path) {
      const opened = window.open(`source/${path}.txt`, '_blank');
      if (!opened) tell(`The browser does not let this page open another: source/${path}.txt`);
    },
    announce,
    firstFrame: () => screen.close(),
    graphicsLost(/** @type {boolean} */ isLost) {
      clearTimeout(waiting);
      if (!isLost) return;
      const words =
        'The browser has taken the graphics away and has not given them back. Load the page again.';
      waiting = setTimeout(() => showTrouble('The picture is gone', words, ''), PATIENCE_MS);
    },
  };
}

/** @param {string} text @returns {Promise<boolean>} whether the clipboard has it */
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByHand(text);
  }
}

/** The old way, where there is no clipboard, or it needs a permission that nobody gives. @param {string} text */
function copyByHand(text) {
  const area = document.createElement('textarea');
  area.value = text;
  area.className = 'unseen';
  document.body.append(area);
  area.select();
  const isCopied = document.execCommand('copy');
  area.remove();
  return isCopied;
}
