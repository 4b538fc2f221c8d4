// The colours of an earlier visit, else the system's.
(() => {
  let chosen = null;
  try {
    chosen = localStorage.getItem('weft-colours');
  } catch {
    // Storage may be forbidden; then nothing is remembered.
  }
  const dark = chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  document.documentElement.dataset.colours = dark ? 'dark' : 'light';
})();
