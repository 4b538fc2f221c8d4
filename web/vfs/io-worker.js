// Reads blobs for a page whose own thread stands still and waits. It runs as a Worker in a browser and as a
// worker_threads worker in Node, and imports nothing at its top, so that it is one file to serve.
//
// The page sends { open: id, source }, { close: id } and { read: id, turn, offset, size, buffer }. The answer to a
// read goes into `buffer`, a SharedArrayBuffer: three 32-bit words (the turn it belongs to, 1 if it failed, how many
// bytes follow), then the bytes, or the name, the message and the weftCode of the error as JSON.

const HEADER_BYTES = 12;
const TURN = 0;
const FAILED = 1;
const LENGTH = 2;

/** How large a file may be, in bytes, to be kept while it is read. */
const MOST_KEPT = 64 * 1024 * 1024;

/** @typedef {{read: number, turn: number, offset: number, size: number, buffer: SharedArrayBuffer}} ReadRequest */
/** @typedef {{blob?: Blob, path?: string}} Source  A path is for Node, which cannot send a blob of a file on disk. */

/** @type {typeof import('./shared/blob-stream.js')} */
let streams;

/**
 * A blob, and the stream by which it is read in order: what helps the reads that do not block helps these as much. In
 * Firefox a worker's streams stand still with the page's thread, and of other browsers that is not known, so that only
 * Chromium, which has `userAgentData`, gets one.
 * @typedef {{blob: Blob, stream?: import('./shared/blob-stream.js').BlobStream, whole?: Uint8Array}} Opened
 */
const hasStreams = Boolean(/** @type {any} */ (globalThis).navigator?.userAgentData);

/** @type {Map<number, Promise<Opened>>} */
const sources = new Map();

/**
 * What was begun last. While a page is blocked it reads one file after another, and does not say which of them it leaves
 * half-read: what was made ready for the others is let go, and if they are read on all the same, it is by slices.
 * @type {Opened | undefined}
 */
let current;

/** What only a worker of a browser has. */
const { FileReaderSync, importScripts } = /** @type {any} */ (globalThis);

/**
 * @param {Source} source
 * @returns {Promise<Blob>}
 */
async function toBlob({ blob, path }) {
  if (blob) return blob;
  const { openAsBlob } = await import('node:fs');
  return openAsBlob(String(path));
}

/** @param {Source} source @returns {Promise<Opened>} */
async function open(source) {
  const blob = await toBlob(source);
  return hasStreams ? { blob, stream: new streams.BlobStream(blob) } : { blob };
}

/**
 * @param {Blob} part
 * @returns {ArrayBuffer | Promise<ArrayBuffer>}
 */
function readBytes(part) {
  if (!FileReaderSync) return part.arrayBuffer();
  return new FileReaderSync().readAsArrayBuffer(part);
}

/**
 * @param {ReadRequest} request
 * @param {0 | 1} failed
 * @param {Uint8Array} bytes
 */
function answer({ turn, buffer }, failed, bytes) {
  const header = new Int32Array(buffer, 0, HEADER_BYTES / 4);
  new Uint8Array(buffer, HEADER_BYTES).set(bytes);
  header[FAILED] = failed;
  header[LENGTH] = bytes.length;
  Atomics.store(header, TURN, turn);
  Atomics.notify(header, TURN);
}

/** @param {Blob} blob @param {number} offset @param {number} size */
const readPart = async (blob, offset, size) =>
  new Uint8Array(await readBytes(streams.partOf(blob, offset, size)));

/** Firefox finds nothing wrong with an array of an empty file that is gone, or is not empty any more. @param {Blob} blob */
const lookAtEmpty = (blob) =>
  FileReaderSync
    ? new Uint8Array(new FileReaderSync().readAsBinaryString(blob).length)
    : readPart(blob, 0, 0);

/**
 * All of a file that might have grown unseen (shared/blob-stream.js): what stands behind it is seen too.
 * @param {Blob} blob
 */
function readWhole(blob) {
  const mark = crypto.getRandomValues(new Uint8Array(16));
  const bytes = new Uint8Array(new FileReaderSync().readAsArrayBuffer(new Blob([blob, mark])));
  const isWhole = mark.every((byte, at) => bytes[blob.size + at] === byte);
  if (!isWhole) throw streams.changed();
  return bytes.subarray(0, blob.size);
}

/**
 * Without streams: a file that is not too large is read whole when it is begun, and handed out from there; of a larger one
 * the parts are read, and at its end all of it once more.
 * @param {Opened} source @param {number} offset @param {number} size
 */
async function readBlind(source, offset, size) {
  const { blob } = source;
  const isEnd = offset + size === blob.size;
  if (offset === 0 && blob.size <= MOST_KEPT) source.whole = readWhole(blob);
  const bytes = source.whole?.subarray(offset, offset + size) ?? (await readPart(blob, offset, size));
  if (isEnd && !source.whole && blob.size <= streams.MOST_LOOKED_AT) readWhole(blob);
  if (isEnd) delete source.whole;
  return bytes;
}

/** @param {Opened | undefined} source */
function letGo(source) {
  source?.stream?.close();
  delete source?.whole;
}

/** @param {Opened} source @param {number} offset @param {number} size */
async function readBytesOf(source, offset, size) {
  if (offset === 0) {
    letGo(current);
    current = source;
  }
  if (source.blob.size === 0) return lookAtEmpty(source.blob);
  if (FileReaderSync && !hasStreams) return readBlind(source, offset, size);
  return (await source.stream?.take(offset, size)) ?? readPart(source.blob, offset, size);
}

/** @param {ReadRequest} request */
async function read(request) {
  try {
    const source = await sources.get(request.read);
    if (!source) throw new Error('no such blob');
    const { offset, size } = request;
    const bytes = await readBytesOf(source, offset, size);
    if (bytes.length > size) throw streams.changed();
    answer(request, 0, bytes);
  } catch (exception) {
    const { name, message, weftCode } = /** @type {Error & {weftCode?: string}} */ (exception);
    const text = JSON.stringify({ name, message: message.slice(0, 500), weftCode });
    answer(request, 1, new TextEncoder().encode(text));
  }
}

/** @param {number} id */
function close(id) {
  sources.get(id)?.then(letGo, () => {});
  sources.delete(id);
}

/** @param {any} message */
function receive(message) {
  if ('read' in message) {
    read(message);
  } else if ('open' in message) {
    const source = open(message.source);
    source.catch(() => {});
    sources.set(message.open, source);
  } else {
    close(message.close);
  }
}

/** Before the page blocks for the first time: in Firefox its thread has a part in the loading of a worker's modules. */
async function start() {
  streams = await import('./shared/blob-stream.js');
  if (importScripts) {
    addEventListener('message', ({ data }) => receive(data));
    postMessage('ready');
  } else {
    const { parentPort } = await import('node:worker_threads');
    parentPort?.on('message', receive);
    parentPort?.postMessage('ready');
  }
}

start();
