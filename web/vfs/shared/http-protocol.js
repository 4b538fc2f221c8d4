// How a file on a web server is read: what is asked, and what an answer proves. It is written once for all modes, as
// generators. They yield what is to be done next, and whoever drives them (http-fetch.js, ../http-blocking.lib.js) hands
// back what came of it.
//
// A file is read by ranges only where each answer tells which part it is of which version. Other servers know no ranges,
// hide from other origins what they say of them, give files no version, or compress whatever they send: from those the
// whole body is fetched, once per open. A length that comes from one request says nothing of the body of another one.

import { posixError } from './posix-error.js';

/** @typedef {{status: number, header: (name: string) => string | null}} Answer */

/**
 * What is to be done next. `ask` for a URL, or the bytes of it from the first to the last, is handed the answer; undefined
 * if there was none. `take` is handed that many bytes, all of the last answer; undefined if it has fewer or more. `takeAll`
 * is handed the last answer's body as a Blob; undefined if it broke off.
 * @typedef {{ask?: string, range?: [first: number, last: number], take?: number, takeAll?: true}} Step
 */

/**
 * @template Result
 * @typedef {Generator<Step, Result, any>} Steps
 */

/**
 * What can be read by ranges has a version, and everything else its body.
 * @typedef {{url: string, size: number, version: string}} Resource
 * @typedef {{url: string, size: number, body: Blob}} Fetched
 */

/** A server may send less of a range than was asked for; this often in one read, and no more. */
const MOST_PIECES = 16;

/**
 * The byte that shows how a server answers. Not the first: some servers, sirv among them, take a last byte of 0 for none
 * and send the whole file. Nor more than one: two can be a byte order mark, which a read that blocks may lose.
 */
const PROBED = 1;

/** @param {string} url @returns {Steps<Resource | Fetched>} */
export function* open(url) {
  const answer = yield { ask: url, range: [PROBED, PROBED] };
  const part = answer && partOf(answer, PROBED, PROBED);
  const version = answer && versionOf(answer);
  if (part && version && (yield { take: 1 })) return { url, size: part.total, version };
  const body = yield* takeWhole(url, answer);
  return { url, size: body.size, body };
}

/**
 * Whoever refuses a range, or sends it in a form that cannot be read, may have no objection to sending all.
 * @param {string} url
 * @param {Answer | undefined} answerToRange
 * @returns {Steps<Blob>}
 */
function* takeWhole(url, answerToRange) {
  const answer = answerToRange?.status === 200 ? answerToRange : yield { ask: url };
  if (!answer) throw noAnswer();
  check(answer);
  const body = yield { takeAll: true };
  if (!body) throw incomplete();
  return body;
}

/**
 * Returns `count` bytes of what was opened, in pieces. They must lie within its size. At its end one byte more is asked
 * for: it shows whether that is the end.
 * @param {Resource} resource
 * @param {number} offset
 * @param {number} count
 * @returns {Steps<Uint8Array[]>}
 */
export function* read(resource, offset, count) {
  const pieces = [];
  const end = offset + count;
  const last = end === resource.size ? end : end - 1;
  for (let at = offset; at < end; at += pieces[pieces.length - 1].length) {
    if (pieces.length === MOST_PIECES) throw otherPart();
    pieces.push(yield* readPiece(resource, at, last));
  }
  return pieces;
}

/**
 * The bytes from the first to the last, or a front part of them.
 * @param {Resource} resource
 * @param {number} first
 * @param {number} last
 * @returns {Steps<Uint8Array>}
 */
function* readPiece(resource, first, last) {
  const answer = yield { ask: resource.url, range: [first, last] };
  // A server that takes a last byte of 0 for none sends two bytes when it is asked for two.
  if (last === 0 && answer?.status === 206 && !partOf(answer, first, last))
    return (yield* readPiece(resource, 0, 1)).slice(0, 1);
  const size = checkPart(resource, answer, first, last);
  const bytes = yield { take: size };
  if (!bytes) throw incomplete();
  return bytes;
}

/**
 * How many bytes of the resource come with the answer, which is for those from `first` to `last`.
 * @param {Resource} resource
 * @param {Answer | undefined} answer
 * @param {number} first
 * @param {number} last
 */
function checkPart(resource, answer, first, last) {
  if (!answer) throw noAnswer();
  const part = partOf(answer, first, last);
  const version = versionOf(answer);
  const isOther = version && version !== resource.version;
  const hasOtherSize = part && part.total !== resource.size;
  if (isOther || hasOtherSize || answer.status === 416) throw changed();
  if (answer.status !== 206) check(answer);
  if (!part || !version) throw otherPart();
  return part.size;
}

/**
 * What an answer says that it holds of the file; undefined if that is not the range, or a front part of it.
 * @param {Answer} answer
 * @param {number} first
 * @param {number} last
 */
function partOf({ status, header }, first, last) {
  if (status !== 206 || (header('content-encoding') ?? 'identity') !== 'identity') return undefined;
  const said = header('content-range')?.match(/^bytes (\d+)-(\d+)\/(\d+)$/);
  if (!said) return undefined;
  const [from, to, total] = said.slice(1).map(Number);
  const isWithin = from === first && to >= from && to <= last && to < total;
  return isWithin && Number.isSafeInteger(total) ? { size: to - from + 1, total } : undefined;
}

/** @param {Answer} answer */
const versionOf = ({ header }) => header('etag') ?? header('last-modified') ?? undefined;

/** That it is the answer to a request for all of a file: the other kinds of success bring none. @param {Answer} answer */
function check({ status }) {
  if (status === 200 || status === 203) return;
  const code =
    status === 404 || status === 410 ? 'ENOENT' : status === 401 || status === 403 ? 'EACCES' : 'EIO';
  throw posixError(code, `the server answered ${status}`);
}

const noAnswer = () => posixError('EIO', 'no connection, or the server does not let other pages read it');

const changed = () => posixError('EIO', 'the file changed since it was opened');

const otherPart = () => posixError('EIO', 'the server did not send the part that it was asked for');

/** It says so itself, as it may be read in other pieces. */
const incomplete = () =>
  Object.assign(posixError('EIO', 'the server sent more or less than it said'), { isIncomplete: true });
