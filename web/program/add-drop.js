import { listed } from './left-out.js';
import { shortened } from '../ui/dropped-entries.js';

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
  if (all.length > 0) module.tell(`Left out: ${listed(all)}.`);
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
