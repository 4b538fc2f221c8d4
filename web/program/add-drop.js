import { shortened } from '../ui/dropped-entries.js';

/** How many of the things that were left out are named. */
const NAMED = 3;

/** @typedef {import('../ui/dropped-entries.js').LeftOut} LeftOut */

/**
 * Puts a drop into the list, and says what could not be added.
 * @param {import('./weft.js').Weft} weft
 * @param {Pick<import('./weft.js').WeftModule, 'tell' | 'addToLog'>} module
 * @param {import('../ui/drop-zone.js').Drop} drop
 */
export function addDrop(weft, module, { files, urls, leftOut }) {
  const refused = [
    ...files.flatMap((file) => refusalOf(file.name, () => weft.addFiles([file]))),
    ...urls.flatMap((url) =>
      refusalOf(url, () => {
        weft.addUrl(url);
        module.addToLog(`Added by its URL: ${url}`);
      }),
    ),
  ];
  const all = [...leftOut, ...refused];
  if (all.length > 0) module.tell(wordsOf(all));
}

/** One that cannot be added takes none of the others with it. @param {string} name @param {() => void} add @returns {LeftOut[]} */
function refusalOf(name, add) {
  try {
    add();
    return [];
  } catch (error) {
    return [{ name: shortened(name), reason: /** @type {Error} */ (error).message }];
  }
}

/**
 * "Left out: a (no files in it), b (the browser cannot read it), c (no files in it), and 2 more."
 * @param {LeftOut[]} leftOut
 */
function wordsOf(leftOut) {
  const named = leftOut.slice(0, NAMED).map(({ name, reason }) => `${name.replace(/\s+/g, ' ')} (${reason})`);
  const more = leftOut.length - named.length;
  return `Left out: ${named.join(', ')}${more > 0 ? `, and ${more} more` : ''}.`;
}
