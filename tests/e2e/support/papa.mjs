// What Papa Parse makes of a CSV text, for the page's figures to be compared with.

import { createRequire } from 'node:module';

const Papa = createRequire(import.meta.url)('papaparse');

/**
 * @typedef {{fields: string[], line: number, isBad: boolean}} PapaRow
 */

/** @param {string} text @returns {{delimiter: string, rows: PapaRow[]}} rows that are not empty, the header first */
export function papaRows(text) {
  const delimitersToGuess = [',', '\t', '|', ';'];
  const { delimiter, linebreak } = Papa.parse(text, {
    skipEmptyLines: true,
    delimitersToGuess,
    preview: 1,
  }).meta;
  /** @type {PapaRow[]} */
  const rows = [];
  let line = 1;
  let begin = 0;
  const step = (/** @type {{data: string[][], errors: unknown[], meta: {cursor: number}}} */ row) => {
    const [fields] = row.data;
    const hasErrors = row.errors.length > 0;
    const isRagged = rows.length > 0 && fields.length !== rows[0].fields.length;
    if (hasErrors || fields.length > 1 || fields[0] !== '')
      rows.push({ fields, line, isBad: hasErrors || isRagged });
    line += text.slice(begin, row.meta.cursor).split(linebreak === '\r' ? '\r' : '\n').length - 1;
    begin = row.meta.cursor;
  };
  new Papa.Parser({ delimiter, newline: linebreak, step }).parse(text);
  return { delimiter, rows };
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
