// Tables of ten columns: one without any quote, and one with quoted texts that hold delimiters, quotes and newlines.

import { seededRandom, whole } from './random.mjs';

const ROWS = 20_000;
const CITIES = ['Bremen', 'Porto', 'Malmö', 'Lyon', 'Gent', 'Turku'];
const HEADER = 'id,name,city,date,amount,rate,code,note,flag,total';

/** @param {() => number} random @param {(text: string) => string} quote */
function makeRow(random, quote) {
  const odd = random();
  const note =
    odd < 0.05 ? 'one, two' : odd < 0.08 ? 'she said "no"' : odd < 0.1 ? 'two\nlines' : 'as agreed';
  return [
    whole(random, 1e6),
    quote(`customer ${whole(random, 1e5)}`),
    quote(CITIES[whole(random, CITIES.length)]),
    `2024-0${1 + whole(random, 9)}-1${whole(random, 10)}`,
    (random() * 1e4).toFixed(2),
    random().toFixed(4),
    `K${whole(random, 1000)}`,
    quote(note),
    random() < 0.5 ? 'yes' : 'no',
    whole(random, 1e5),
  ].join(',');
}

/** @type {Record<'plain' | 'quoted', (text: string) => string>} */
const QUOTING = {
  plain: (text) => text.replace(/[",\n]/g, ' '),
  quoted: (text) => `"${text.replaceAll('"', '""')}"`,
};

/**
 * Of at most that many bytes, and hardly less; it ends with a whole row.
 * @param {'plain' | 'quoted'} kind
 * @param {number} bytes
 * @param {number} seed
 */
export function makeTable(kind, bytes, seed) {
  const random = seededRandom(seed);
  const rows = Array.from({ length: ROWS }, () => Buffer.from(`${makeRow(random, QUOTING[kind])}\n`));
  const table = Buffer.allocUnsafe(bytes);
  let at = table.write(`${HEADER}\n`);
  for (let row = rows[0]; at + row.length <= bytes; row = rows[whole(random, rows.length)]) {
    at += row.copy(table, at);
  }
  return table.subarray(0, at);
}
