// Random runs: some files and the settings under which they are read. The same seed makes the same run.

import { pick, seededRandom, whole } from '../../bench/data/random.mjs';
import { makeContent } from './random_texts.mjs';

/** @typedef {() => number} Random */
/** @typedef {import('../../../web/program/weft.js').Settings} Settings */
/** @typedef {import('../../../web/program/weft.js').CsvOptions} CsvOptions */
/**
 * `source`: dropped from the disk, handed over by a script, alone or in pieces, or by URL from a server with ranges or
 * without (tests/unit/vfs/environment/server.mjs).
 * @typedef {'drop' | 'script' | 'pieces' | 'files' | 'plain'} Source
 * @typedef {import('./random_texts.mjs').Content & {name: string, source: Source, csv?: CsvOptions | undefined}} RandomFile
 * @typedef {Omit<Settings, 'mode'>} RandomSettings
 * @typedef {{settings: RandomSettings, files: RandomFile[]}} RandomRun
 */

const KIB = 1024;
const CHUNKS = [
  1,
  2,
  3,
  7,
  16,
  61,
  100,
  999,
  4095,
  4 * KIB,
  4097,
  10_000,
  64 * KIB - 1,
  64 * KIB,
  64 * KIB + 1,
  100_000,
  1024 * KIB,
];
/** Where something else begins: the width of a vector, of the head by which encodings are told, of pieces and groups. */
const EDGES = [4, 16, 32, 64, 256, 512, KIB, 4 * KIB, 32 * KIB, 64 * KIB, 128 * KIB];
const MOST_BYTES = 300_000;
const MOST_READS = 30;
/** A request of a blocked page takes longer than the others' reads. */
const MOST_READS_BY_URL = 8;

const STEMS = [
  ...[
    'plain',
    'with  blanks',
    '.hidden',
    '-dash',
    '#hash',
    '50%41',
    'quote"s',
    "it's",
    'semi;colon',
    '<b>',
    '$(x)',
  ],
  ...[
    'back\\slash',
    'tab\t',
    'ünï',
    'u\u0308',
    '文字',
    '🧵',
    'l'.repeat(180),
    '\u202ertl',
    '\u00a0',
    ' before',
    '=1+2',
  ],
];
/** Which no disk has. */
const SCRIPTED_NAMES = [
  '',
  '/',
  '..',
  '../up',
  'a/b',
  '/root',
  'a//b',
  'nul\0',
  'two\nlines',
  '\ud800',
  'x'.repeat(3000),
  'same.csv',
];

/** @param {Random} random @param {number} [chance] */
const rarely = (random, chance = 0.15) => random() < chance;

/** All that there are, or the types are wrong. @param {Random} random @param {number} count of files @returns {RandomSettings} */
function makeSettings(random, count) {
  const chunkBytes = pick(random, CHUNKS);
  const concurrency = pick(random, [1, 2, 3, 8, 30, 256]);
  return {
    chunkBytes,
    concurrency,
    maxOpenFiles: Math.min(concurrency, count) + pick(random, [0, 1, 60]),
    latencyMs: rarely(random) && chunkBytes > KIB ? pick(random, [0.3, 1, 2]) : 0,
    minBytes: rarely(random) ? pick(random, [1, 2, 16]) : 0,
    maxUnpackedBytes: rarely(random) ? pick(random, [1, 100, chunkBytes, 64 * KIB, 70_000]) : 1e8,
    cpuPasses: pick(random, [1, 1, 1, 2, 5]),
    csv: rarely(random, 0.3),
  };
}

/** @param {Random} random @param {number} chunkBytes @param {number} mostReads */
function makeSize(random, chunkBytes, mostReads) {
  const most = Math.min(MOST_BYTES, chunkBytes * mostReads);
  const near = random() < 0.5 ? chunkBytes * (1 + whole(random, 4)) : pick(random, EDGES);
  const size = pick(random, [
    near - 1 + whole(random, 3),
    near - 1 + whole(random, 3),
    whole(random, 40),
    random() ** 3 * most,
  ]);
  return Math.floor(Math.min(size, most));
}

/** @param {Random} random @returns {CsvOptions} */
const makeCsvOptions = (random) => ({
  ...(random() < 0.5 && { delimiter: pick(random, [',', ';', '\t', 'x']) }),
  ...(random() < 0.5 && { quote: pick(random, ['"', "'"]) }),
  ...(random() < 0.5 && { headerLine: whole(random, 4) }),
});

/** @param {Random} random @param {import('./random_texts.mjs').Content} content */
function makeEnding(random, { isTable, words }) {
  const inner =
    isTable && !rarely(random)
      ? pick(random, ['.csv', '.csv', '.tsv', '.CSV'])
      : pick(random, ['.txt', '', '.log']);
  return words.includes('gzip') && !rarely(random) ? `${inner}.gz` : inner;
}

const LOCAL_SOURCES = /** @type {const} */ (['drop', 'drop', 'drop', 'script', 'pieces']);

/**
 * Of a whole body with a byte order mark a blocked page cannot tell what it was, and says so (web/vfs/sync-xhr.js).
 * @param {Random} random
 * @param {import('./random_texts.mjs').Content} content
 */
const serverFor = (random, { bytes }) =>
  [0xef, 0xfe, 0xff].includes(bytes[0]) || random() < 0.7 ? 'files' : 'plain';

/** @param {Random} random @param {number} chunkBytes @param {number} index @returns {RandomFile} */
function makeFile(random, chunkBytes, index) {
  const mayBeByUrl = rarely(random);
  const mostReads = mayBeByUrl ? MOST_READS_BY_URL : MOST_READS;
  const content = makeContent(random, makeSize(random, chunkBytes, mostReads));
  // Packed it may be larger than asked for.
  const isByUrl = mayBeByUrl && content.bytes.length <= chunkBytes * MOST_READS_BY_URL;
  const source = isByUrl ? serverFor(random, content) : pick(random, LOCAL_SOURCES);
  const ending = makeEnding(random, content);
  const isOdd = !isByUrl && source !== 'drop' && random() < 0.5;
  return {
    ...content,
    source,
    name: isOdd ? pick(random, SCRIPTED_NAMES) : `${pick(random, STEMS)} ${index}${ending}`,
    csv: rarely(random) ? makeCsvOptions(random) : undefined,
  };
}

/**
 * Files that are dropped come first.
 * @param {number} seed
 * @param {number} count of files
 * @returns {RandomRun}
 */
export function makeRun(seed, count) {
  const random = seededRandom(seed);
  const settings = makeSettings(random, count);
  const files = Array.from({ length: count }, (_, index) => makeFile(random, settings.chunkBytes, index));
  const isDropped = (/** @type {RandomFile} */ { source }) => source === 'drop';
  return { settings, files: [...files.filter(isDropped), ...files.filter((file) => !isDropped(file))] };
}
