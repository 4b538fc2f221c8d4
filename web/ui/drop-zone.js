import { dropOf } from './dropped-entries.js';

/**
 * What came with one drop.
 * @typedef {{files: File[], urls: string[], leftOut: import('./dropped-entries.js').LeftOut[]}} Drop
 * @typedef {(drop: Drop) => void} Receiver
 */

/** How the program, which is another script, says that it is there. */
const HANDOVER = 'weft-receives-drops';

/** Every drop since the page began, in order, and every one from now on. @param {Receiver} receive */
export const receiveDrops = (receive) => void dispatchEvent(new CustomEvent(HANDOVER, { detail: receive }));

/** @param {DragEvent} event */
const isWelcome = ({ dataTransfer }) =>
  [...(dataTransfer?.types ?? [])].some((type) => type === 'Files' || type === 'text/uri-list');

/**
 * Files, folders and links that are dropped anywhere on the page. An overlay shows that they may be. Nothing that is
 * dropped takes the page's place, welcome or not.
 */
export function watchDrops() {
  const overlay = () => /** @type {HTMLElement} */ (document.getElementById('drop'));
  // Every element that the pointer passes sends its own enter and leave.
  let depth = 0;
  const show = (/** @type {number} */ by) => {
    depth = Math.max(0, depth + by);
    overlay().hidden = depth === 0;
  };
  /** @type {Promise<Receiver>} */
  const receiver = new Promise((resolve) => {
    addEventListener(HANDOVER, (event) => resolve(/** @type {CustomEvent} */ (event).detail), { once: true });
  });
  /** @type {Promise<unknown>} */
  let last = Promise.resolve();
  addEventListener('dragenter', (event) => {
    if (isWelcome(event)) show(1);
  });
  addEventListener('dragleave', (event) => {
    if (isWelcome(event)) show(-1);
  });
  addEventListener('dragover', (event) => {
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
  });
  addEventListener('drop', (event) => {
    event.preventDefault();
    show(-depth);
    if (!event.dataTransfer) return;
    const drop = dropOf(event.dataTransfer);
    last = Promise.all([drop, receiver, last])
      .then(([dropped, receive]) => receive(dropped))
      .catch(reportError);
  });
}
