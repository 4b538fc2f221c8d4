// Reads that follow one another through a large blob come from streams of it. A browser takes about a millisecond to
// prepare each slice; a stream is prepared once. One stream does not keep a browser busy, so a very large blob is read by
// several, each of a stretch, that run ahead of the reader: 512 MiB in 350 ms instead of 500.
//
// Firefox reads of a file that has grown, or was replaced by a longer one, what was its size, and finds nothing wrong. Only
// what reads all of it, a stream or a whole `arrayBuffer()`, has more bytes then. What browsers show:
//
//                    | Chromium                              | Firefox
//   deleted          | everything fails: NotFoundError       | everything fails: AbortError, FileReader: NotFoundError
//   shorter          | everything fails: NotReadableError    | fewer bytes than were asked for
//   longer           | everything fails: NotReadableError    | more bytes, but only in a read of the whole
//   other, same size | everything fails: NotReadableError    | nothing: it is read as it is now
//   changed meanwhile| streams read on, the next slice fails | streams read on in what they have opened
//   empty, deleted   | the whole fails: NotFoundError        | the whole fails; not by FileReaderSync, to an array
//   empty, has grown | the whole fails: NotReadableError     | the whole has bytes; not by FileReaderSync, to an array

import { posixError } from './posix-error.js';

/** @typedef {Uint8Array<ArrayBuffer>} Bytes */

/**
 * A part of a blob that one stream reads, and the reads of it that are under way.
 * @typedef {{begin: number, end: number, reader: ReadableStreamBYOBReader, ahead: Promise<Bytes>[]}} Stretch
 */

/** Smaller reads, and those of a whole blob, are as fast by `arrayBuffer()`. */
const SMALLEST_READ = 64 * 1024;

/** In bytes. */
export const limits = {
  /** From this size on a blob is worth several streams. */
  largeBlob: 128 * 1024 * 1024,
  stretchBytes: 16 * 1024 * 1024,
  /** Of all blobs together, so that what is read ahead is so many times `stretchBytes` at most. */
  stretchesAtOnce: 4,
};

/**
 * How large a blob may be, in bytes, to be read once more to see whether it has grown. A larger one that has is not noticed
 * in Firefox while the page is blocked.
 */
export const MOST_LOOKED_AT = 512 * 1024 * 1024;

/**
 * What is being read. Chromium collects a stream to which only its own pending read refers, and that read never ends.
 * @type {Set<object>}
 */
export const running = new Set();

/** A browser that does not say that it is Chromium is taken to be like Firefox. */
export const hidesGrowth = () =>
  typeof navigator === 'object' && !(/** @type {any} */ (navigator).userAgentData);

export const changed = () => posixError('EIO', 'the file changed since it was added');

/** @param {Blob} blob @param {number} offset @param {number} size */
export const partOf = (blob, offset, size) =>
  offset === 0 && size === blob.size ? blob : blob.slice(offset, offset + size);

/**
 * Whether a read of this part says nothing of growth, but should: it is the last of its file.
 * @param {Blob} blob
 * @param {number} offset
 * @param {number} size
 */
export const isBlindEnd = (blob, offset, size) => offset > 0 && offset + size === blob.size && hidesGrowth();

/**
 * The bytes, by a slice. Throws if the file behind it is found to have changed.
 * @param {Blob} blob
 * @param {number} offset
 * @param {number} size
 * @returns {Promise<Bytes>}
 */
export async function readPart(blob, offset, size) {
  const bytes = new Uint8Array(await partOf(blob, offset, size).arrayBuffer());
  const isBlind = isBlindEnd(blob, offset, size);
  if (bytes.length !== size || (isBlind && (await hasOtherLength(blob)))) throw changed();
  return bytes;
}

/**
 * Whether a read of the whole brings more or less than the blob's size; of what is more it reads no more than it must.
 * @param {Blob} blob
 */
async function hasOtherLength(blob) {
  const reader = readerOfWhole(blob);
  running.add(reader);
  try {
    let buffer = new ArrayBuffer(Math.min(limits.stretchBytes, blob.size + 1));
    let count = 0;
    while (count <= blob.size) {
      const { value, done } = await reader.read(new Uint8Array(buffer));
      if (done) break;
      count += value.length;
      buffer = value.buffer;
    }
    return count !== blob.size;
  } finally {
    running.delete(reader);
    reader.cancel().catch(() => {});
  }
}

/** Not every browser's streams of blobs fill buffers of others; such a reader brings its own. @param {Blob} blob @returns {any} */
function readerOfWhole(blob) {
  const whole = blob.stream();
  try {
    return whole.getReader({ mode: 'byob' });
  } catch {
    return whole.getReader();
  }
}

/** Reads a blob in order. */
export class BlobStream {
  /** @param {Blob} blob */
  constructor(blob) {
    this.blob = blob;
    this.position = 0;
    this.isBusy = false;
    /** @type {Stretch[]} */
    this.stretches = [];
    /** @type {ArrayBuffer[]} */
    this.lent = [];
    /** @type {ArrayBuffer[]} */
    this.spare = [];
  }

  /**
   * The bytes at `offset`, valid until the next call but one. Undefined where the stream does not stand there, is busy,
   * or something is wrong with the blob: a slice then does the work, or shows what it is. Throws where that would not show.
   * @param {number} offset
   * @param {number} size
   * @returns {Promise<Bytes | undefined>}
   */
  async take(offset, size) {
    const { blob } = this;
    if (this.isBusy) return undefined;
    if (offset === 0) begin(this, size);
    if (this.stretches.length === 0 || offset !== this.position) return undefined;
    this.isBusy = true;
    const bytes = await next(this, size).catch(() => undefined);
    this.isBusy = false;
    this.position += size;
    const isAtEnd = this.position >= blob.size;
    const hasGrown = bytes && isAtEnd && !(await hasEnded(this.stretches[0]).catch(() => true));
    if (!bytes || isAtEnd) this.close();
    if (hasGrown) throw changed();
    return bytes && (!isAtEnd || (await isUnchanged(blob))) ? bytes : undefined;
  }

  /** It may be begun again. */
  close() {
    this.lent = [];
    this.spare = [];
    for (const { reader } of this.stretches) reader.cancel().catch(() => {});
    for (const stretch of this.stretches.splice(0)) running.delete(stretch);
  }
}

/** @param {Stretch} stretch */
const hasEnded = async ({ reader }) => (await reader.read(new Uint8Array(1))).done;

/** @param {BlobStream} stream @param {number} size */
function begin(stream, size) {
  stream.close();
  stream.position = 0;
  if (size > SMALLEST_READ && size < stream.blob.size) open(stream, 0, size);
}

/** Whether there is room for one more stretch beside others. @param {BlobStream} stream @param {number} size */
const hasRoom = ({ blob }, size) =>
  blob.size >= limits.largeBlob &&
  !hidesGrowth() &&
  size <= limits.stretchBytes &&
  running.size < limits.stretchesAtOnce;

/**
 * A stretch from `begin` on, in whole reads of `size`; to the end of a blob where there is no room for others. Undefined
 * where streams of this browser's blobs do not fill buffers of others.
 * @param {BlobStream} stream
 * @param {number} begin
 * @param {number} size
 * @returns {Stretch | undefined}
 */
function open(stream, begin, size) {
  const { blob } = stream;
  const isShort = hasRoom(stream, size);
  const length = isShort ? Math.ceil(limits.stretchBytes / size) * size : blob.size;
  const end = Math.min(begin + length, blob.size);
  const part = begin === 0 && end === blob.size ? blob : blob.slice(begin, end);
  try {
    const stretch = { begin, end, reader: part.stream().getReader({ mode: 'byob' }), ahead: [] };
    stream.stretches.push(stretch);
    running.add(stretch);
    return stretch;
  } catch {
    return undefined;
  }
}

/** @param {BlobStream} stream @param {number} size @returns {Promise<Bytes | undefined>} */
async function next(stream, size) {
  runAhead(stream, size);
  const [stretch] = stream.stretches;
  const bytes = await (stretch.ahead.shift() ?? read(stream, stretch, size));
  if (bytes.length !== size) return undefined;
  if (stream.lent.push(bytes.buffer) > 2) stream.spare.push(/** @type {ArrayBuffer} */ (stream.lent.shift()));
  const isAtEnd = stretch.end === stream.blob.size;
  if (stream.position + size === stretch.end && !isAtEnd) goOn(stream, stretch, size);
  return bytes;
}

/** The first stretch is done. @param {BlobStream} stream @param {Stretch} done @param {number} size */
function goOn(stream, done, size) {
  // Closed meanwhile, it has none, and wants none.
  if (stream.stretches.shift() !== done) return;
  running.delete(done);
  done.reader.cancel().catch(() => {});
  if (stream.stretches.length === 0) open(stream, done.end, size);
}

/**
 * Whoever has read half a stretch is taken to want the rest: a reader that takes a line now and then is not.
 * @param {BlobStream} stream
 * @param {number} size
 */
function runAhead(stream, size) {
  if (stream.position < limits.stretchBytes / 2) return;
  while (hasRoom(stream, size)) {
    const { end } = stream.stretches[stream.stretches.length - 1];
    const stretch = end < stream.blob.size && open(stream, end, size);
    if (!stretch) return;
    readAhead(stream, stretch, size);
  }
}

/** Everything of a stretch, each read after the last. @param {BlobStream} stream @param {Stretch} stretch @param {number} size */
function readAhead(stream, stretch, size) {
  /** @type {Promise<unknown>} */
  let last = Promise.resolve();
  for (let at = stretch.begin; at < stretch.end; at += size) {
    const length = Math.min(size, stretch.end - at);
    const bytes = last.then(() => read(stream, stretch, length));
    bytes.catch(() => {});
    stretch.ahead.push(bytes);
    last = bytes;
  }
}

/** @param {BlobStream} stream @param {Stretch} stretch @param {number} size @returns {Promise<Bytes>} */
async function read(stream, { reader }, size) {
  const spare = stream.spare.pop();
  let buffer = spare && spare.byteLength >= size ? spare : new ArrayBuffer(size);
  for (let count = 0; count < size;) {
    const { value, done } = await reader.read(new Uint8Array(buffer, count, size - count));
    if (done) throw new Error('the stream ended early');
    buffer = value.buffer;
    count += value.length;
  }
  return new Uint8Array(buffer, 0, size);
}

/** A stream does not notice that its file changes meanwhile; a slice does. @param {Blob} blob */
const isUnchanged = (blob) =>
  blob
    .slice(0, 1)
    .arrayBuffer()
    .then(
      () => true,
      () => false,
    );
