/**
 * The browser's own dialogs.
 * @param {(files: File[]) => void} add
 * @param {HTMLElement} focusAfter
 * @returns {(isFolder: boolean) => void}
 */
export function createPicker(add, focusAfter) {
  const inputs = ['pick-files', 'pick-folder'].map(
    (id) => /** @type {HTMLInputElement} */ (document.getElementById(id)),
  );
  for (const input of inputs) {
    input.addEventListener('change', () => {
      add([...(input.files ?? [])]);
      // The same files may be chosen again.
      input.value = '';
      focusAfter.focus({ preventScroll: true });
    });
  }
  return (isFolder) => inputs[isFolder ? 1 : 0].click();
}
