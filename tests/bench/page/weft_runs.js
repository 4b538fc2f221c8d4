// Weft itself, through the page's own API.

/** @typedef {Partial<import('../../../web/program/weft.js').Settings>} Settings */

/** @param {File[]} files */
export function takeFiles(files) {
  globalThis.weft.clear();
  globalThis.weft.addFiles(files);
}

/** The list must have been filled by takeFiles. @param {File[]} _ @param {Settings} settings */
export async function runWeft(_, settings) {
  const report = await globalThis.weft.run({ ...settings, mode: 'async' });
  const failed = report.files.find(({ status }) => status !== 'done');
  if (failed) throw new Error(`${failed.path}: ${failed.status} ${failed.error?.message ?? ''}`);
  const { files, bytes, lines, words } = report.totals;
  const longestLine = report.files.reduce((longest, row) => Math.max(longest, row.longestLine), 0);
  return { files, bytes, lines, words, longestLine, reads: report.reads, frames: report.frames };
}

/** @param {File[]} _ @param {Settings} settings */
export async function readTables(_, settings) {
  const report = await globalThis.weft.run({ ...settings, mode: 'async', csv: true });
  const { csv } = report.files[0];
  if (!csv || csv.badRows > 0) throw new Error('not read as a table');
  // The header is a row for everyone else.
  return { rows: csv.rows + 1, fields: (csv.rows + 1) * csv.columns };
}
