// Contents of random files: texts as people have them and as they should not be, tables, and all of them in other
// encodings and packed. What they hold as text is known where the format leaves no doubt.

import { gzipSync } from 'node:zlib';
import { pick, whole } from '../../bench/data/random.mjs';

/** @typedef {() => number} Random */
/**
 * `size`: bytes of what is to be counted, packed or not. `text`: that in UTF-8, or in bytes of no known encoding; nothing
 * where it is for Weft to say what it is.
 * @typedef {{bytes: Buffer, words: string, isTable: boolean, size: number, text?: Buffer | undefined}} Content
 */

const ASCII = ['word', 'a', 'longer-word', 'X', ' ', '  ', '\t', '\v', '\f', '\x7f', '.', '0'];
const UNICODE = [
  'é',
  'ß',
  'и',
  '文字',
  '🧵',
  '\ufeff',
  '\u2028',
  '\u0085',
  '\u00a0',
  '\u3000',
  'e\u0301',
  '👩‍👧',
];
/** Cut off, too long, surrogates, beyond the last character, never in UTF-8, the second half of something. */
const BROKEN = [
  'ff',
  'c3',
  'e282',
  'f09f92',
  'eda080',
  'c080',
  'e08080',
  'f4908080',
  'fe',
  '80',
  'bfbf',
  '00',
];
const ENDS = ['\n', '\r\n', '\r', '\n\n', '\r\r\n', '\n\r', '\v', '\0'];
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** @param {string[]} texts */
const utf8 = (texts) => texts.map((text) => Buffer.from(text));

const ATOMS = {
  ascii: utf8(ASCII),
  unicode: utf8([...ASCII, ...UNICODE]),
  broken: [...utf8([...ASCII, ...UNICODE]), ...BROKEN.map((hex) => Buffer.from(hex, 'hex'))],
};

/**
 * Joined until there are enough.
 * @param {number} size in bytes
 * @param {() => Buffer} next
 */
function fill(size, next) {
  const parts = [];
  for (let count = 0; count < size; count += parts[parts.length - 1].length) parts.push(next());
  return Buffer.concat(parts).subarray(0, size);
}

/** @param {Random} random @param {number} size @param {keyof typeof ATOMS} kind */
function makeText(random, size, kind) {
  const atoms = ATOMS[kind];
  const ends = utf8(random() < 0.6 ? [pick(random, ENDS)] : ENDS.slice(0, 2 + whole(random, ENDS.length)));
  const endsAt = pick(random, [0, 0.02, 0.1, 0.5]);
  return fill(size, () => {
    if (random() < endsAt) return pick(random, ends);
    const atom = pick(random, atoms);
    return random() < 0.01 ? Buffer.concat(Array(whole(random, 3000)).fill(atom)) : atom;
  });
}

/** @param {Random} random @param {number} size */
const makeNoise = (random, size) => Buffer.from(new Uint8Array(size).map(() => whole(random, 256)));

/** What is wrong with a field of a table. @param {Random} random @param {string} quote @param {string} field */
function pollute(random, quote, field) {
  const [other] = ['"', "'"].filter((mark) => mark !== quote);
  return pick(random, [
    `${quote}${field}`,
    `${field}${quote}`,
    `${quote}${field}${quote}x`,
    ` ${quote}${field}${quote} `,
    `${other}${field}${other}`,
    `${field}\r`,
    `\\${quote}${field}`,
    '\0',
  ]);
}

const LINES_ABOVE = ['# a comment\n', 'A title\n', 'sep=;\n', '\n', '  \n', 'one,two\n\n'];

/** @param {Random} random @param {number} size */
function makeTable(random, size) {
  const delimiter = pick(random, [',', ';', '\t', '|', ', ']);
  const quote = pick(random, ['"', '"', '"', "'"]);
  const end = pick(random, ['\n', '\r\n', '\r']);
  const columns = 1 + whole(random, 6);
  const dirt = pick(random, [0, 0, 0.001, 0.02, 0.2]);
  const inQuotes = (/** @type {string} */ text) => `${quote}${text.replaceAll(quote, quote + quote)}${quote}`;
  const makeField = () => {
    const field = pick(random, [
      '',
      '0',
      '12.5',
      'some words',
      'é文🧵',
      inQuotes(`a${delimiter}b`),
      inQuotes(`l${end}m`),
    ]);
    return random() < dirt ? pollute(random, quote, field) : field;
  };
  const makeRow = () => {
    const count = random() < dirt ? whole(random, 9) : columns;
    return Buffer.from(Array.from({ length: count }, makeField).join(delimiter) + end);
  };
  const above = random() < 0.2 ? Buffer.from(pick(random, LINES_ABOVE)) : Buffer.alloc(0);
  return Buffer.concat([above, fill(size, makeRow)]).subarray(0, size);
}

/** @param {Buffer} text */
const isUtf8 = (text) => text.equals(Buffer.from(text.toString()));

/** Neither a zero nor a mark could make it anything but what it is. @param {Buffer} bytes */
const isSurelyBytes = (bytes) => !bytes.includes(0) && ![0x1f, 0xfe, 0xff].includes(bytes[0]);

/** @param {Random} random @param {number} size @returns {Content} */
function makeBytes(random, size) {
  const kind = pick(random, /** @type {const} */ (['ascii', 'unicode', 'broken', 'noise', 'table', 'table']));
  const made =
    kind === 'noise'
      ? makeNoise(random, size)
      : kind === 'table'
        ? makeTable(random, size)
        : makeText(random, size, kind);
  const isMarked = random() < 0.1;
  const bytes = isMarked ? Buffer.concat([BYTE_ORDER_MARK, made]) : made;
  return {
    bytes,
    words: `${isMarked ? 'marked ' : ''}${kind}`,
    isTable: kind === 'table',
    size: bytes.length,
    text: isSurelyBytes(bytes) ? bytes : undefined,
  };
}

/** The two bytes of each unit change places; one that is left over stays. @param {Buffer} units */
const swapped = (units) =>
  Buffer.concat([
    Buffer.from(units.subarray(0, units.length & ~1)).swap16(),
    units.subarray(units.length & ~1),
  ]);

/** Halves of pairs, and others that a text should not have. */
const ODD_UNITS = [0xd800, 0xdc00, 0xdbff, 0xdfff, 0xfffe, 0x0a0d, 0];

/** @param {Random} random @param {number} size @returns {Content} */
function makeUtf16(random, size) {
  const inner = makeBytes(random, Math.ceil(size / 2));
  const units = Buffer.from(inner.bytes.toString(), 'utf16le').subarray(0, size);
  for (let at = 0; random() < 0.3 && at + 1 < units.length; at += 2 * (1 + whole(random, units.length)))
    units.writeUInt16LE(pick(random, ODD_UNITS), at);
  const isMarked = random() < 0.6;
  const little = isMarked ? Buffer.concat([Buffer.from([0xff, 0xfe]), units]) : units;
  const isBig = random() < 0.5;
  // With zeros behind it, the mark may be that of UTF-32.
  const isSure = isMarked && (isBig || units.length < 2 || units.readUInt16LE(0) !== 0);
  const text = Buffer.from(new TextDecoder('utf-16le', { ignoreBOM: true }).decode(units));
  return {
    bytes: isBig ? swapped(little) : little,
    words: `UTF-16${isBig ? 'BE' : 'LE'}${isMarked ? '' : ' unmarked'} ${inner.words}`,
    isTable: inner.isTable,
    size: little.length,
    text: isSure ? text : undefined,
  };
}

/** A header of gzip that names the file. @param {Buffer} packed */
function withName(packed) {
  const header = Buffer.from(packed.subarray(0, 10));
  header[3] |= 8;
  return Buffer.concat([header, Buffer.from('näme.txt\0'), packed.subarray(10)]);
}

/** What happens to packed files. @type {Record<string, (packed: Buffer, random: Random) => Buffer>} */
const DAMAGES = {
  cut: (packed, random) => packed.subarray(0, whole(random, packed.length)),
  flipped(packed, random) {
    const changed = Buffer.from(packed);
    changed[whole(random, packed.length)] ^= 1 << whole(random, 8);
    return changed;
  },
  trailing: (packed, random) => Buffer.concat([packed, makeNoise(random, 1 + whole(random, 40))]),
  'with half a member behind': (packed) => Buffer.concat([packed, packed.subarray(0, packed.length / 2)]),
};

/** @param {Random} random @param {number} size of what it holds @returns {Content} */
function makeGzip(random, size) {
  const inner = (random() < 0.8 ? makeBytes : makeUtf16)(random, size);
  const middle = random() < 0.2 ? whole(random, inner.bytes.length + 1) : inner.bytes.length;
  const parts = [inner.bytes.subarray(0, middle), inner.bytes.subarray(middle)];
  const members = (middle < inner.bytes.length ? parts : parts.slice(0, 1)).map((part) => {
    const packed = gzipSync(part, { level: whole(random, 10) });
    return random() < 0.3 ? withName(packed) : packed;
  });
  const padding = Buffer.alloc(random() < 0.2 ? whole(random, 600) : 0);
  const packed = Buffer.concat([...members, padding]);
  const damage = random() < 0.4 ? pick(random, Object.keys(DAMAGES)) : undefined;
  if (!damage) return { ...inner, bytes: packed, words: `gzip of ${inner.words}` };
  return {
    ...inner,
    bytes: DAMAGES[damage](packed, random),
    words: `${damage} gzip of ${inner.words}`,
    text: undefined,
  };
}

/**
 * About that large; what is packed holds about as much.
 * @param {Random} random
 * @param {number} size
 * @returns {Content}
 */
export function makeContent(random, size) {
  const make = pick(random, [makeBytes, makeBytes, makeUtf16, makeGzip]);
  return make(random, size);
}

/** As a row names it. @param {Content} content */
export const encodingOf = ({ words, text }) =>
  words.match(/UTF-16[BL]E/)?.[0] ?? (text && isUtf8(text) ? 'UTF-8' : 'not UTF-8');
