// Text like that of a log or a book: lines of some ten words, a few letters beyond ASCII.

import { seededRandom } from './random.mjs';

const LETTERS = 'eeeettttaaaooiinnsshhrrddllucmfwygpbvk';
const BEYOND_ASCII = ['é', 'ö', 'ß', 'ñ', '語'];
const WORDS = 4000;
const LINES = 20_000;
/** In letters. */
const LONGEST_LINE = 200;
const NEWLINE = 10;

/** @param {() => number} random */
function makeWord(random) {
  const length = 1 + Math.floor((random() + random()) * 4.2);
  let word = '';
  for (let i = 0; i < length; i++) word += LETTERS[Math.floor(random() * LETTERS.length)];
  // Every word has a letter of ASCII, so that tools of any locale take it for one.
  return random() < 0.02 ? word + BEYOND_ASCII[Math.floor(random() * BEYOND_ASCII.length)] : word;
}

/** @param {() => number} random @param {string[]} words */
function makeLine(random, words) {
  const count = random() < 0.03 ? 0 : Math.floor(random() * 22);
  const chosen = Array.from({ length: count }, () => words[Math.floor(random() * words.length)]);
  return Buffer.from(`${chosen.join(' ').slice(0, LONGEST_LINE)}\n`);
}

/**
 * Fills with lines chosen at random; the last byte ends a line.
 * @param {Buffer} into
 * @param {Buffer[]} lines
 * @param {() => number} random
 */
export function fillWithLines(into, lines, random) {
  let at = 0;
  while (true) {
    const line = lines[Math.floor(random() * lines.length)];
    if (at + line.length > into.length) break;
    at += line.copy(into, at);
  }
  into.fill('x', at);
  into[into.length - 1] = NEWLINE;
  return into;
}

/** @param {number} seed */
export function createTextMaker(seed) {
  const random = seededRandom(seed);
  const words = Array.from({ length: WORDS }, () => makeWord(random));
  const lines = Array.from({ length: LINES }, () => makeLine(random, words));
  return (/** @type {number} */ bytes) => fillWithLines(Buffer.allocUnsafe(bytes), lines, random);
}
