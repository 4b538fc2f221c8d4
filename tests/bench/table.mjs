// The results as a table, for the terminal and for RESULTS.md.

/** @typedef {import('./results.mjs').Result} Result */

/** Three figures are enough. @param {number} value */
export const short = (value) =>
  value >= 100 ? Math.round(value).toLocaleString('en-US') : String(Number(value.toPrecision(3)));

/** @param {[number, number]} range */
const range = ([least, most]) => `${short(least)}–${short(most)}`;

/** @param {Result} result */
const verdict = ({ speedup, target }) =>
  target === null || speedup === null ? '' : speedup >= target ? 'yes' : 'NO';

const HEADINGS = [
  'workload',
  'peer',
  'Weft',
  'peer’s',
  'unit',
  'speed-up',
  'must reach',
  'does it',
  'spread',
];

/** @param {Result} result */
const cellsOf = (result) => [
  result.workload,
  result.peer,
  short(result.weft),
  result.peerValue === null ? '–' : short(result.peerValue),
  result.unit,
  result.speedup === null ? '–' : `${short(result.speedup)}×`,
  result.target === null ? '' : `${short(result.target)}×`,
  verdict(result),
  [result.spread.weft, result.spread.peer].map((each) => (each ? range(each) : '–')).join(' / '),
];

/** @param {Result[]} results @returns {string} a table in Markdown, aligned so that it can be read as it is */
export function tableOf(results) {
  const rows = [HEADINGS, ...results.map(cellsOf)];
  const widths = HEADINGS.map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const lines = rows.map((row) => `| ${row.map((cell, i) => cell.padEnd(widths[i])).join(' | ')} |`);
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [lines[0], rule, ...lines.slice(1)].join('\n');
}
