// Requests that block the thread. A page may only have text from those, so bytes travel as characters: in the charset
// x-user-defined, the low eight bits of a character are the byte. But a byte order mark at the front of a body wins over
// any charset: the text is then decoded in another way, and the mark is missing.

import { changed, isBlindEnd, MOST_LOOKED_AT, partOf } from './shared/blob-stream.js';

/**
 * @typedef {object} Answer
 * @property {number} status
 * @property {(name: string) => string | null} header
 * @property {boolean} isKept  it may be what the browser has kept from an earlier request
 * @property {(count?: number) => Uint8Array | undefined} bytes  the body, if it is so long as is said; undefined if it is
 *   not, or may have lost a mark
 */

const PLAIN = 'x-user-defined';
const IN_PAIRS = 'utf-16le';
const MARK = [0xef, 0xbb, 0xbf];

/** @param {string} text */
function toBytes(text) {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; ++at) bytes[at] = text.charCodeAt(at);
  return bytes;
}

/**
 * @param {string} url
 * @param {{charset?: string, headers?: Record<string, string>}} [options]
 */
function send(url, { charset = PLAIN, headers = {} } = {}) {
  const request = new XMLHttpRequest();
  request.open('GET', url, false);
  request.overrideMimeType(`text/plain; charset=${charset}`);
  for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
  request.send();
  return request;
}

/** @param {string} url @param {{charset?: string, headers?: Record<string, string>}} options */
function trySend(url, options) {
  try {
    return send(url, options);
  } catch {
    return undefined;
  }
}

/** Says to the browser's cache what `fetch` with `no-store` says. */
const ANEW = { 'Cache-Control': 'no-cache' };

/** Whether a browser may answer this again on its own. @param {XMLHttpRequest} request */
function mayBeKept(request) {
  const rule = request.getResponseHeader('cache-control') ?? '';
  // With a list of fields behind it, `no-cache` is about those alone.
  if (/no-store|no-cache(?!=)|max-age="?0+\b/i.test(rule)) return false;
  const hints = ['expires', 'last-modified'].some((name) => request.getResponseHeader(name) !== null);
  return hints || /max-age/i.test(rule);
}

/** In a sandboxed frame nothing is, the server that the page came from neither. @param {string} url */
const isOurs = (url) => new URL(url, location.href).origin === globalThis.origin;

/** The length of a body that has come as it is; undefined where that is not known. @param {XMLHttpRequest} request */
function plainLength(request) {
  const length = request.getResponseHeader('content-length');
  // What a body is compressed with is not shown to other origins.
  const isPlain = isOurs(request.responseURL) && request.getResponseHeader('content-encoding') === null;
  return isPlain && length !== null ? Number(length) : undefined;
}

/** What a decoder that took a mark of UTF-8 away has made into `text`. @param {string} text @param {number} length */
function withMark(text, length) {
  const rest = new TextEncoder().encode(text);
  const mayBeUtf16 = 2 * text.length + 2 === length;
  const isCertain = rest.length + MARK.length === length && !mayBeUtf16 && !text.includes('\ufffd');
  return isCertain ? new Uint8Array([...MARK, ...rest]) : undefined;
}

/**
 * Had there been a mark, two charsets would have made the same of it. What becomes of half a pair differs in browsers.
 * @param {string} text  of a pair at least: of less nothing is compared
 * @param {string} inPairs
 */
function areUnmarked(text, inPairs) {
  const pairs = text.length >> 1;
  const wanted = new TextDecoder(IN_PAIRS, { ignoreBOM: true }).decode(toBytes(text));
  const isSameFile = inPairs.slice(0, pairs) === wanted.slice(0, pairs) && inPairs.length - pairs < 2;
  return isSameFile && inPairs !== text;
}

/**
 * A body of less than a pair, whatever it was packed in: nothing packs one byte, or none, into just as many, and with a mark
 * it would have been longer.
 * @param {XMLHttpRequest} request
 */
const isWholeTiny = (request) =>
  request.getResponseHeader('content-length') === String(request.responseText.length);

/**
 * The body as bytes, `count` of them if that is given; undefined where it has others, or may have lost a mark.
 * @param {XMLHttpRequest} request
 * @param {() => XMLHttpRequest | undefined} askInPairs  asks for the same once more
 * @param {number} [count]
 */
function bytesOf(request, askInPairs, count) {
  const text = request.responseText;
  const length = plainLength(request);
  if (count !== undefined && (count !== text.length || count !== (length ?? count))) return undefined;
  if (length === text.length) return toBytes(text);
  if (length !== undefined) return withMark(text, length);
  if (text.length < 2) return isWholeTiny(request) ? toBytes(text) : undefined;
  return areUnmarked(text, askInPairs()?.responseText ?? text) ? toBytes(text) : undefined;
}

/** @param {Blob} blob @param {string} [charset] @returns {string} */
function textOf(blob, charset) {
  const url = URL.createObjectURL(blob);
  try {
    return send(url, { charset }).responseText;
  } finally {
    URL.revokeObjectURL(url);
  }
}

/**
 * Whether a read of the whole brings more than the blob's size (shared/blob-stream.js). In pairs the text takes half of
 * the room. What stands around the file keeps a byte order mark from the front, and makes whole pairs of what there should be.
 * @param {Blob} blob
 */
function hasGrown(blob) {
  const [front, back] = ['..', '.'.repeat(2 + (blob.size % 2))];
  const pairs = (front.length + blob.size + back.length) / 2;
  return textOf(new Blob([front, blob, back]), IN_PAIRS).length > pairs;
}

/**
 * What is wrong with a blob a request does not tell: of one that is gone, and in Chromium of one that has changed, it
 * throws a NetworkError.
 * @param {number} _id
 * @param {Blob} blob
 * @param {number} offset
 * @param {number} size
 * @param {import('./blocking-io.js').Take} take
 */
export function readBlobByXhr(_id, blob, offset, size, take) {
  // The dot keeps a byte order mark from the front. Beside others, an empty blob is not looked at.
  const front = size > 0 ? '.' : '';
  const bytes = toBytes(textOf(size > 0 ? new Blob([front, partOf(blob, offset, size)]) : blob));
  const count = bytes.length - front.length;
  const isBlind = isBlindEnd(blob, offset, size) && blob.size <= MOST_LOOKED_AT;
  if (isBlind && hasGrown(blob)) throw changed();
  if (count <= size) take(bytes.subarray(front.length), 0);
  return count;
}

/**
 * Asks for what is at `url`, or for the part of it from the first to the last byte, past the browser's cache. A server
 * elsewhere may not allow the header that says so; then it is asked without.
 * @param {string} url
 * @param {[number, number]} [range]
 * @returns {Answer | undefined} undefined if there was no answer
 */
export function requestBlocking(url, range) {
  /** @type {Record<string, string>} */
  const wanted = range ? { Range: `bytes=${range[0]}-${range[1]}` } : {};
  const anew = trySend(url, { headers: { ...wanted, ...ANEW } });
  const request = anew ?? (isOurs(url) ? undefined : trySend(url, { headers: wanted }));
  if (!request) return undefined;
  const again = { ...wanted, ...(anew && ANEW) };
  return {
    status: request.status,
    header: (name) => request.getResponseHeader(name),
    isKept: !anew && mayBeKept(request),
    bytes: (count) => bytesOf(request, () => trySend(url, { charset: IN_PAIRS, headers: again }), count),
  };
}
