// Contents that counting code gets wrong.

/** @typedef {Record<string, Uint8Array>} Files */

const encoder = new TextEncoder();

/** @param {string} text */
const utf8 = (text) => encoder.encode(text);

/** @param {number[]} values */
const bytes = (...values) => Uint8Array.from(values);

const everyByte = Uint8Array.from({ length: 256 }, (_, value) => value);

/** Small enough to be read byte by byte. @returns {Files} */
export function smallHostileFiles() {
  return {
    'empty.txt': bytes(),
    'one-newline.txt': utf8('\n'),
    'no-final-newline.txt': utf8('one two\nthree'),
    'crlf.txt': utf8('one two\r\nthree\r\n\r\n'),
    'cr-only.txt': utf8('one\rtwo three\rfour'),
    'cr-at-the-end.txt': utf8('one\r'),
    'cr-cr-lf.txt': utf8('one\r\r\ntwo'),
    'nul.txt': utf8('a\0b\n\0\0 c\0'),
    'every-byte.bin': everyByte,
    // A mark of UTF-16 would stand at its beginning (encodings.spec.mjs).
    'every-byte-backwards.bin': bytes(0, ...everyByte.slice().reverse()),
    'all-the-spaces.txt': utf8(' \t\v\f a \v\f\r\t b\u00a0c \u2003d '),
    'utf-8.txt': utf8('naïve 文字 🧵🧶\nслово\n'),
    'not-utf-8.txt': bytes(0x61, 0xff, 0xc3, 0x28, 0xe2, 0x82, 0x0a, 0x80, 0x80, 0xf0, 0x9f, 0x20, 0x62),
    'only-newlines.txt': utf8('\n'.repeat(40)),
    'only-spaces.txt': utf8(' '.repeat(40)),
  };
}

/** @param {string} unit @param {number} size at least so many bytes of it */
const fill = (unit, size) => utf8(unit.repeat(Math.ceil(size / utf8(unit).length)));

/** Words, line ends and characters that fall on every edge of common chunk sizes. @returns {Files} */
export function filesAcrossEdges() {
  return {
    'words-across-edges.txt': fill('abcdefg hijkl mn\n', 300_000),
    'crlf-across-edges.txt': fill('0123456789ab\r\n\r\n', 300_001),
    'utf-8-across-edges.txt': fill('🧵ж文 a\n', 300_007),
    'crlf-on-an-edge.txt': withAt(fill('word ', 140_000), 65_535, '\r\n'),
  };
}

/** The same for chunks of 4 MiB. @returns {Files} */
export function largeHostileFiles() {
  const chunk = 4 * 1024 * 1024;
  const text = new Uint8Array(2 * chunk + 3).fill(0x78);
  for (let at = 0; at < text.length; at += 1000) text[at] = 0x20;
  return {
    'crlf-at-4-MiB.txt': withAt(withAt(text, chunk - 1, '\r\n'), 2 * chunk - 1, 'w\n'),
    'one-line-of-20-MB.txt': new Uint8Array(20_000_000).fill(0x61),
  };
}

/** @param {Uint8Array} content @param {number} at @param {string} text */
function withAt(content, at, text) {
  const changed = content.slice();
  changed.set(utf8(text), at);
  return changed;
}
