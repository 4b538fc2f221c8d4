/** The browser fetches what it saves some time after the click. */
const SAVING_MS = 60_000;

/**
 * Offers a person `bytes` as a file to save. Not to be mixed up with download.js, which loads the program.
 * @param {string} name
 * @param {string} type
 * @param {Uint8Array} bytes copied before this returns
 */
export function offerDownload(name, type, bytes) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([bytes.slice()], { type }));
  link.download = name;
  // Not in the middle of the program's work: others may listen to clicks.
  setTimeout(() => link.click(), 0);
  setTimeout(() => URL.revokeObjectURL(link.href), SAVING_MS);
}
