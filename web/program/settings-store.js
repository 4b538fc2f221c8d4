// Keeps settings, choices and mastery in the browser from visit to visit. Where it has no storage, or the storage is full of
// something else, the page works with what it has, and says so once.

/** @typedef {import('./weft.js').Remembered} Remembered */

const KEY = 'weft.settings';

/** @returns {Remembered} */
export function loadRemembered() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    return typeof kept === 'object' && kept !== null ? kept : {};
  } catch {
    return {};
  }
}

/**
 * @param {(words: string) => void} tell
 * @returns {(settings: object, choices: object, mastery: string[]) => void} mastery: ids of what is ticked
 */
export function createSaver(tell) {
  let hasTold = false;
  return (settings, choices, mastery) => {
    try {
      localStorage.setItem(KEY, JSON.stringify({ settings, choices, mastery }));
    } catch {
      // Full, or forbidden.
      if (!hasTold)
        tell('Settings hold for this visit only: the browser does not let this page remember them.');
      hasTold = true;
    }
  };
}
