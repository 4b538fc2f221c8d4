// A file on a web server that lies: each seed makes another one. What it lies about is the frame, never the bytes: of
// these an answer has some that belong together. It may have another content after some requests.

import { gzipSync } from 'node:zlib';
import { pick, seededRandom } from '../../bench/data/random.mjs';

/** @typedef {import('node:http').IncomingMessage} Request */
/** @typedef {import('node:http').ServerResponse} Response */
/** @typedef {() => number} Random */

/** @template T @param {Random} random @param {T} usual @param {T[]} others */
const mostly = (random, usual, others) => (random() < 0.6 ? usual : pick(random, others));

/** A byte order mark is the front of some. */
const FRONTS = [[], [], [], [0xef, 0xbb, 0xbf], [0xff, 0xfe], [0xfe, 0xff], [0xff, 0xfe, 0xff, 0xfe]];

/** @param {Random} random */
function makeContent(random) {
  const size = Math.floor(random() ** 3 * 6000);
  const isText = random() < 0.5;
  const alphabet = isText ? [...Buffer.from('abc de\n')] : undefined;
  const byte = () => (alphabet ? pick(random, alphabet) : Math.floor(random() * 256));
  const front = pick(random, FRONTS);
  return Buffer.from([...front, ...Array.from({ length: size }, byte)].slice(0, size));
}

/** @param {number} seed */
function makeHabits(seed) {
  const random = seededRandom(seed);
  return {
    random,
    ranges: mostly(random, 'yes', [
      'none',
      'short',
      'tiny',
      'other',
      'longer',
      'fewer',
      'total',
      'star',
      'silent',
      'refused',
      'unsatisfied',
      'whole',
      'lavish',
      'garbage',
    ]),
    encoding: mostly(random, 'none', ['accepted', 'always', 'parts']),
    validator: mostly(random, 'etag', ['modified', 'weak', 'none', 'restless']),
    body: mostly(random, 'whole', ['whole', 'whole', 'cut', 'chunked', 'chunked and cut', 'gone']),
    status: mostly(random, 200, [200, 200, 200, 203, 204, 206, 403, 404, 410, 416, 500]),
    redirect: mostly(random, 'no', ['no', 'once', 'for ever']),
    cache: mostly(random, '', ['max-age=1000', 'no-cache', 'public, max-age=60']),
    contents: [makeContent(random), makeContent(random), makeContent(random)],
    /** After so many requests it has the next content. */
    lasts: mostly(random, Infinity, [1, 2, 3, 5, 8]),
    isSameSize: random() < 0.5,
  };
}

export class LyingFile {
  #habits;
  #requests = 0;

  /** @param {number} seed */
  constructor(seed) {
    this.#habits = makeHabits(seed);
    if (this.#habits.isSameSize) this.#makeSameSize();
  }

  /** What it has, has had and will have. */
  get contents() {
    return this.#habits.contents;
  }

  get words() {
    const sizes = this.#habits.contents.map(({ length }) => length);
    return JSON.stringify({ ...this.#habits, random: undefined, contents: undefined, sizes });
  }

  /** Goes on to its next content. */
  get #turn() {
    return Math.min(2, Math.floor(this.#requests / this.#habits.lasts));
  }

  #makeSameSize() {
    const { contents } = this.#habits;
    const size = Math.min(...contents.map(({ length }) => length));
    this.#habits.contents = contents.map((content) => content.subarray(0, size));
  }

  /** @param {Request} request @param {Response} response */
  answer(request, response) {
    const { redirect, status, body } = this.#habits;
    const turn = this.#turn;
    this.#requests++;
    if (body === 'gone' && this.#habits.random() < 0.3) return void request.socket.destroy();
    const isRedirected = (request.url ?? '').includes('redirected');
    if (redirect === 'for ever' || (redirect === 'once' && !isRedirected)) {
      response.writeHead(302, { Location: `${request.url}?redirected` }).end();
      return undefined;
    }
    this.#describe(response, turn);
    if (status >= 400 || status === 204) return void response.writeHead(status).end();
    return this.#answerPart(request, response, turn);
  }

  /** @param {Response} response @param {number} turn */
  #describe(response, turn) {
    const { validator, cache, random } = this.#habits;
    if (cache) response.setHeader('Cache-Control', cache);
    if (validator === 'etag') response.setHeader('ETag', `"${turn}"`);
    if (validator === 'weak') response.setHeader('ETag', `W/"${turn}"`);
    if (validator === 'restless') response.setHeader('ETag', `"${random()}"`);
    if (validator === 'modified')
      response.setHeader('Last-Modified', new Date(1e12 + turn * 1e6).toUTCString());
  }

  /** @param {Request} request @param {Response} response @param {number} turn */
  #answerPart(request, response, turn) {
    const { contents, encoding, ranges, status } = this.#habits;
    const accepts = (request.headers['accept-encoding'] ?? '').includes('gzip');
    const isPacked = encoding === 'always' || (encoding === 'accepted' && accepts);
    const bytes = isPacked ? gzipSync(contents[turn]) : contents[turn];
    if (isPacked) response.setHeader('Content-Encoding', 'gzip');
    const range = request.headers.range?.match(/^bytes=(\d+)-(\d+)$/);
    if (!range || ranges === 'none') return this.#send(response, status, bytes, {});
    if (ranges === 'refused')
      return void response.writeHead(pick(this.#habits.random, [400, 403, 500, 501])).end();
    const [first, last] = [Number(range[1]), Math.min(Number(range[2]), bytes.length - 1)];
    if (first > last || ranges === 'unsatisfied') {
      return void response.writeHead(416, { 'Content-Range': `bytes */${bytes.length}` }).end();
    }
    return this.#sendPart(response, bytes, this.#distort(first, last, bytes.length));
  }

  /** @param {number} first @param {number} last @param {number} total */
  #distort(first, last, total) {
    const { ranges, random } = this.#habits;
    const some = (/** @type {number} */ most) => Math.floor(random() * (most + 1));
    const said = (/** @type {number} */ from, /** @type {number} */ to, /** @type {unknown} */ of) =>
      `bytes ${from}-${to}/${of}`;
    const plain = { first, last, range: said(first, last, total) };
    switch (ranges) {
      case 'short': {
        const to = first + some(last - first);
        return { first, last: to, range: said(first, to, total) };
      }
      case 'tiny':
        return { first, last: first, range: said(first, first, total) };
      case 'other': {
        const from = some(total - 1);
        return { first: from, last: total - 1, range: said(from, total - 1, total) };
      }
      case 'longer':
        return { ...plain, last: last + some(3) };
      case 'fewer':
        return { ...plain, last: last - some(3) };
      case 'total':
        return { ...plain, range: said(first, last, last + 1 + some(5)) };
      case 'star':
        return { ...plain, range: said(first, last, '*') };
      case 'silent':
        return { ...plain, range: undefined };
      case 'whole':
        return { first: 0, last: total - 1, range: said(0, total - 1, total) };
      case 'lavish':
        return last > 0 ? plain : { first: 0, last: total - 1, range: said(0, total - 1, total) };
      case 'garbage':
        return {
          ...plain,
          range: pick(random, ['bytes', 'bytes 5-2/3', 'lines 0-0/9', 'bytes -1-0/99999999999999999999']),
        };
      default:
        return plain;
    }
  }

  /**
   * @param {Response} response
   * @param {Buffer} bytes
   * @param {{first: number, last: number, range: string | undefined}} part
   */
  #sendPart(response, bytes, { first, last, range }) {
    const part = bytes.subarray(first, last + 1);
    const isPacked = this.#habits.encoding === 'parts';
    const headers = {
      ...(range && { 'Content-Range': range }),
      ...(isPacked && { 'Content-Encoding': 'gzip' }),
    };
    this.#send(response, 206, isPacked ? gzipSync(part) : part, headers);
  }

  /** @param {Response} response @param {number} status @param {Buffer} body @param {Record<string, string>} headers */
  #send(response, status, body, headers) {
    const how = this.#habits.body;
    const length = how.startsWith('chunked') ? {} : { 'Content-Length': body.length };
    response.writeHead(status, { ...headers, ...length });
    const isCut = how.endsWith('cut') && body.length > 1 && this.#habits.random() < 0.3;
    if (!isCut) return void response.end(body);
    response.write(body.subarray(0, body.length >> 1), () => response.destroy());
    return undefined;
  }
}

/**
 * Serves a file of its own at each path: /<seed>/<anything>.
 * @returns {(request: Request, response: Response) => void}
 */
export function createLiar() {
  /** @type {Map<string, LyingFile>} */
  const files = new Map();
  return (request, response) => {
    const path = String(request.url).split('?')[0];
    const seed = Number(path.split('/')[1]);
    const file = files.get(path) ?? new LyingFile(seed);
    files.set(path, file);
    file.answer(request, response);
  };
}
