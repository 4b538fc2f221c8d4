const CHOICE = 'weft-colours';
const PAGE = { light: '#f4f5f7', dark: '#11151b' };

const system = matchMedia('(prefers-color-scheme: dark)');
let isChosen = chosenBefore() !== null;

/** @returns {string | null} */
function chosenBefore() {
  try {
    return localStorage.getItem(CHOICE);
  } catch {
    // Storage may be forbidden; then nothing is remembered.
    return null;
  }
}

/** Before anything is drawn, so that the page does not flash in the wrong colours: an earlier visit's, else the system's. */
export function takeColours() {
  const chosen = chosenBefore();
  const isDark = chosen ? chosen === 'dark' : system.matches;
  document.documentElement.dataset.colours = isDark ? 'dark' : 'light';
}

export const prefersDark = () => document.documentElement.dataset.colours === 'dark';

/** Gives the page around the canvas its colours. @param {boolean} isDark */
function show(isDark) {
  const name = isDark ? 'dark' : 'light';
  document.documentElement.dataset.colours = name;
  document.querySelector('meta[name=theme-color]')?.setAttribute('content', PAGE[name]);
}

/** A choice that differs from the system's is remembered. @param {boolean} isDark */
export function chooseColours(isDark) {
  show(isDark);
  isChosen = isDark !== system.matches;
  try {
    if (isChosen) localStorage.setItem(CHOICE, isDark ? 'dark' : 'light');
    else localStorage.removeItem(CHOICE);
  } catch {
    // Storage may be forbidden; then nothing is remembered.
  }
}

/** From now on the page has the system's colours, unless the reader chooses others. @param {(isDark: boolean) => void} changed */
export function followSystem(changed) {
  show(prefersDark());
  system.addEventListener('change', ({ matches }) => {
    if (isChosen) return;
    show(matches);
    changed(matches);
  });
}
