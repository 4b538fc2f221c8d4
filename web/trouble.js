/**
 * Covers the page and says why it cannot go on. What was said first stays: later troubles follow from it.
 * @param {string} heading
 * @param {string} words what it means for a person
 * @param {string} detail what it means for a programmer; may be empty
 */
export function showTrouble(heading, words, detail) {
  const panel = /** @type {HTMLElement} */ (document.getElementById('trouble'));
  if (!panel.hidden) return;
  document.getElementById('loading')?.remove();
  /** @type {HTMLElement} */ (panel.querySelector('h1')).textContent = heading;
  /** @type {HTMLElement} */ (panel.querySelector('p')).textContent = words;
  /** @type {HTMLElement} */ (panel.querySelector('pre')).textContent = detail;
  const button = /** @type {HTMLButtonElement} */ (panel.querySelector('button'));
  button.onclick = () => location.reload();
  panel.hidden = false;
  button.focus();
}
