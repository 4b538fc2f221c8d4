/**
 * SDL takes the wheel away from the browser. With Ctrl or Cmd, and so for two fingers on a touch pad, it stays the
 * browser's, which makes the page larger, but where the program has a use for it.
 * @param {HTMLCanvasElement} canvas
 * @param {(x: number, y: number) => boolean} isWanted in CSS pixels from the canvas's left upper corner
 */
export function keepBrowserZoom(canvas, isWanted) {
  const guard = (/** @type {WheelEvent} */ event) => {
    const asksForZoom = event.ctrlKey || event.metaKey;
    if (asksForZoom && !isWanted(event.offsetX, event.offsetY)) event.stopImmediatePropagation();
  };
  canvas.addEventListener('wheel', guard, { capture: true, passive: true });
}
