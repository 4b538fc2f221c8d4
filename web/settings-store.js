// Keeps settings, choices and mastery in the browser from visit to visit. Where it has no storage, or the storage is full of
// something else, the page works with what it has.

/** @typedef {import('./weft.js').Remembered} Remembered */

const KEY = 'weft.settings';

/** @returns {Storage | undefined} */
function storage() {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
}

/** @returns {Remembered} */
export function loadRemembered() {
  try {
    const kept = JSON.parse(storage()?.getItem(KEY) ?? '{}');
    return typeof kept === 'object' && kept !== null ? kept : {};
  } catch {
    return {};
  }
}

/** @param {object} settings @param {object} choices @param {string[]} mastery ids of what is ticked */
export function saveRemembered(settings, choices, mastery) {
  try {
    storage()?.setItem(KEY, JSON.stringify({ settings, choices, mastery }));
  } catch {
    // Full, or forbidden: the next visit begins with the defaults.
  }
}
