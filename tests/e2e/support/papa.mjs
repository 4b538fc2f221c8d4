// What Papa Parse makes of a CSV text, for the page's figures to be compared with.

import { createRequire } from 'node:module';

const oracle = createRequire(import.meta.url)('../../unit/oracles/csv_oracle.cjs');

/**
 * @typedef {{fields: string[], line: number, isBad: boolean}} PapaRow
 */

/**
 * Rows that are not empty, the header first. A quote that should not have opened its field is text.
 * @param {string} text
 * @returns {{delimiter: string, rows: PapaRow[]}}
 */
export function papaRows(text) {
  const { delimiter, rows } = oracle.read(text);
  return {
    delimiter,
    rows: rows.map((/** @type {{fields: string[], line: number, hasBadQuotes: boolean}} */ row) => ({
      fields: row.fields,
      line: row.line,
      isBad: row.hasBadQuotes || row.fields.length !== rows[0].fields.length,
    })),
  };
}

/** The figures of a row of the page's report. @param {string} text */
export function papaFigures(text) {
  const { delimiter, rows } = papaRows(text);
  const bad = rows.filter(({ isBad }) => isBad);
  return {
    rows: Math.max(0, rows.length - 1),
    columns: rows[0]?.fields.length ?? 0,
    badRows: bad.length,
    badLines: bad.slice(0, 20).map(({ line }) => line),
    delimiter,
  };
}
