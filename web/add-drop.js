/** How many of the things that were left out are named. */
const NAMED = 3;

/**
 * Puts a drop into the list, and says what could not be added.
 * @param {import('./weft.js').Weft} weft
 * @param {import('./weft.js').WeftModule} module
 * @param {import('./drop-zone.js').Drop} drop
 */
export function addDrop(weft, module, { files, urls, leftOut }) {
  weft.addFiles(files);
  for (const url of urls) {
    weft.addUrl(url);
    module.addToLog(`Added by its URL: ${url}`);
  }
  if (leftOut.length > 0) module.tell(wordsOf(leftOut));
}

/**
 * "Left out: a (no files in it), b (the browser cannot read it), c (no files in it), and 2 more."
 * @param {import('./dropped-entries.js').LeftOut[]} leftOut
 */
export function wordsOf(leftOut) {
  const named = leftOut.slice(0, NAMED).map(({ name, reason }) => `${name.replace(/\s+/g, ' ')} (${reason})`);
  const more = leftOut.length - named.length;
  return `Left out: ${named.join(', ')}${more > 0 ? `, and ${more} more` : ''}.`;
}
