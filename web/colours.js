const CHOICE = 'weft-colours';
const PAGE = { light: '#f4f5f7', dark: '#11151b' };

/** shell/colours.js has decided before anything was drawn. */
export const prefersDark = () => document.documentElement.dataset.colours === 'dark';

/**
 * Gives the page around the canvas its colours. A choice that differs from the system's is remembered.
 * @param {boolean} isDark
 */
export function chooseColours(isDark) {
  const name = isDark ? 'dark' : 'light';
  document.documentElement.dataset.colours = name;
  document.querySelector('meta[name=theme-color]')?.setAttribute('content', PAGE[name]);
  try {
    if (isDark === matchMedia('(prefers-color-scheme: dark)').matches) localStorage.removeItem(CHOICE);
    else localStorage.setItem(CHOICE, name);
  } catch {
    // Storage may be forbidden; then nothing is remembered.
  }
}
