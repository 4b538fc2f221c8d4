/**
 * Covers the page and says why it cannot go on, or not as it was. What was said first stays, if
 * nobody can go on: later troubles follow from it.
 * @param {string} heading
 * @param {string} words what it means for a person
 * @param {string} detail what it means for a programmer; may be empty
 * @param {boolean} mayGoOn the page works all the same, without something
 */
export function showTrouble(heading, words, detail, mayGoOn = false) {
  const panel = /** @type {HTMLElement} */ (document.getElementById('trouble'));
  const [again, goOn] = panel.querySelectorAll('button');
  if (!panel.hidden && goOn.hidden) return;
  document.getElementById('loading')?.remove();
  /** @type {HTMLElement} */ (panel.querySelector('h1')).textContent = heading;
  /** @type {HTMLElement} */ (panel.querySelector('p')).textContent = words;
  /** @type {HTMLElement} */ (panel.querySelector('pre')).textContent = detail;
  again.onclick = () => location.reload();
  goOn.hidden = !mayGoOn;
  goOn.onclick = () => {
    panel.hidden = true;
    document.getElementById('canvas')?.focus();
  };
  panel.hidden = false;
  again.focus();
}
