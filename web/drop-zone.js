import { filesOf } from './dropped-entries.js';

/** @param {DragEvent} event */
const hasFiles = (event) => [...(event.dataTransfer?.types ?? [])].includes('Files');

/**
 * Files and folders that are dropped anywhere on the page. An overlay shows that they may be.
 * @param {(files: File[]) => void} add
 */
export function watchDrops(add) {
  const overlay = /** @type {HTMLElement} */ (document.getElementById('drop'));
  // Every element that the pointer passes sends its own enter and leave.
  let depth = 0;
  const show = (/** @type {number} */ by) => {
    depth = Math.max(0, depth + by);
    overlay.hidden = depth === 0;
  };
  addEventListener('dragenter', (event) => {
    if (hasFiles(event)) show(1);
  });
  addEventListener('dragleave', (event) => {
    if (hasFiles(event)) show(-1);
  });
  addEventListener('dragover', (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
  });
  addEventListener('drop', (event) => {
    show(-depth);
    if (!hasFiles(event) || !event.dataTransfer) return;
    event.preventDefault();
    filesOf(event.dataTransfer).then(add);
  });
}
