import { hasNoOrigin } from './origin.js';
import { showTrouble } from '../ui/trouble.js';

const WORDS =
  'A part of it is missing. The server may have a newer version of the page by now, or the connection is gone. ' +
  'Load the page again.';

const WORDS_WITHOUT_ORIGIN =
  'It was opened from a file, which cannot work, or in a sandboxed frame, which its server does not let have the ' +
  'program: it sends no Access-Control-Allow-Origin.';

/** @param {EventTarget | null} element @returns {string} what could not be loaded; empty if the page can do without */
function neededBy(element) {
  if (element instanceof HTMLScriptElement && element.type === 'module') return element.src;
  if (element instanceof HTMLLinkElement && element.rel === 'stylesheet') return element.href;
  return '';
}

/** Without this a page whose program does not come would wait for it for ever. */
export function watchParts() {
  const tell = (/** @type {string} */ part) =>
    showTrouble('Weft could not be loaded', hasNoOrigin ? WORDS_WITHOUT_ORIGIN : WORDS, part);
  addEventListener(
    'error',
    ({ target }) => {
      const part = neededBy(target);
      if (!part) return;
      if (document.readyState === 'loading') addEventListener('DOMContentLoaded', () => tell(part));
      else tell(part);
    },
    true,
  );
}
