// The contenders that read a set of files in the page.

/**
 * @typedef {import('../stage.mjs').Stage} Stage
 * @typedef {import('../rounds.mjs').Contender} Contender
 */

/** As many at once as the readers in page/readers.js. */
export const SETTINGS = { concurrency: 16 };

/** As many at once as the page allows: small reads share a blob, so more of them at once cost less. */
export const SETTINGS_FOR_SMALL = { concurrency: 256, maxOpenFiles: 256 };

/**
 * @param {Stage} stage
 * @param {string} set
 * @param {object} settings
 * @param {string} [name]
 * @returns {Contender}
 */
export const weftOn = (stage, set, settings, name = 'weft') => ({
  name,
  run: () => stage.time('runWeft', set, settings),
});

/** @param {Stage} stage @param {string} set @param {object} settings @returns {Contender} */
export const weftUndrawnOn = (stage, set, settings) => ({
  name: 'weft, undrawn',
  async run() {
    await stage.holdFrames(true);
    const sample = await stage.time('runWeft', set, settings);
    await stage.holdFrames(false);
    return sample;
  },
});

/** @param {Stage} stage @param {string} set @param {string[]} works @returns {Contender[]} */
export const readersOn = (stage, set, works) =>
  works.map((work) => ({ name: work, run: () => stage.time(work, set) }));
