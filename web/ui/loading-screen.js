/** What is seen until the first frame has been drawn. */
export class LoadingScreen {
  #screen = /** @type {HTMLElement} */ (document.getElementById('loading'));
  #bar = /** @type {HTMLElement} */ (this.#screen.querySelector('.bar'));
  #done = /** @type {HTMLElement} */ (this.#screen.querySelector('.bar-done'));
  #words = /** @type {HTMLElement} */ (this.#screen.querySelector('.words'));

  /**
   * @param {number} received bytes
   * @param {number} total bytes; 0 if not known
   */
  progress(received, total) {
    const megabytes = (/** @type {number} */ bytes) => (bytes / 1e6).toFixed(1);
    const part = total > 0 ? Math.min(1, received / total) : 0;
    this.#bar.setAttribute('aria-valuenow', String(Math.round(part * 100)));
    this.#done.style.transform = `scaleX(${total > 0 ? part : 0.5})`;
    const of = total > 0 ? ` of ${megabytes(total)}` : '';
    this.#words.textContent = part === 1 ? 'Starting …' : `Loading ${megabytes(received)}${of} MB`;
  }

  close() {
    this.#screen.classList.add('over');
    setTimeout(() => this.#screen.remove(), 250);
  }
}
