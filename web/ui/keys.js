/** Keys with Ctrl or Cmd that the program wants; all others stay the browser's. */
const WANTED_WITH_COMMAND = new Set(['o', 'c', 'a']);

/** The program has to see these to know what they change about the next key. */
const MODIFIERS = new Set(['Control', 'Meta', 'Shift', 'Alt', 'AltGraph']);

/** @param {KeyboardEvent} event */
function isBrowserKey(event) {
  if (MODIFIERS.has(event.key)) return false;
  if (/^F\d+$/.test(event.key)) return true;
  if (event.altKey) return true;
  return (event.ctrlKey || event.metaKey) && !WANTED_WITH_COMMAND.has(event.key.toLowerCase());
}

/**
 * SDL takes every key away from the browser while the canvas has the focus: reloading, the address bar, zooming.
 * @param {HTMLCanvasElement} canvas
 */
export function keepBrowserKeys(canvas) {
  const guard = (/** @type {KeyboardEvent} */ event) => {
    if (isBrowserKey(event)) event.stopImmediatePropagation();
  };
  for (const kind of /** @type {const} */ (['keydown', 'keypress']))
    canvas.addEventListener(kind, guard, true);
}
