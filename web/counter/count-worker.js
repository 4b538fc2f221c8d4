// Reads and counts files for the page, on a thread of its own, with the page's own counting code (weft_counter.wasm).
//
// The page sends { program } first, which is answered by { ready: true }, then { count: id, order } and { abort: id }. The
// answers are { progress: id, count } now and then, and at the end { done: id, count } or { failed: id, failure, count }; none after an abort.
//
// The next chunk of a file is on its way while this one is counted, and the reads of several files overlap: with small
// files that is half again as fast as FileReaderSync, with which a worker can only wait. Large files come by streams.

import { Counter, startProgram } from './counter.js';
import { PartReader } from './part-reader.js';

/**
 * @typedef {{blob: Blob} | import('../vfs/shared/http-protocol.js').Resource} Source
 * @typedef {object} Order
 * @property {Source} source
 * @property {number} size
 * @property {number} chunkBytes
 * @property {number} passes
 * @property {number} latencyMs
 * @property {number} mostUnpackedBytes  of a compressed file
 * @typedef {{figures: Float64Array, reads: number, waitMs: number, cpuMs: number}} Count
 * @typedef {{name: string, message: string, weftCode?: string}} Failure
 */

/** How often the page hears of a file's progress at most. */
const PROGRESS_INTERVAL_MS = 50;

/** So much of a compressed file is unpacked in one go; it may be a thousand times as much text. */
const PACKED_PART_BYTES = 64 * 1024;

/** @type {Set<number>} */
const jobs = new Set();

/** @type {(message: unknown) => void} */
const post = postMessage;

/** @param {unknown} exception @returns {Failure} */
function toFailure(exception) {
  const { name, message, weftCode } = /** @type {Failure} */ (exception);
  return { name, message, ...(weftCode && { weftCode }) };
}

/** One file from front to back. */
class Job {
  #id;
  #order;
  #counter;
  #parts;
  #reads = 0;
  #waitMs = 0;
  #cpuMs = 0;
  #toldAtMs = performance.now();
  #hasBegun = false;

  /** @param {number} id @param {Order} order */
  constructor(id, order) {
    this.#id = id;
    this.#order = order;
    this.#counter = new Counter(order.chunkBytes, order.size, order.mostUnpackedBytes);
    this.#parts = new PartReader(order.source, order.latencyMs);
  }

  /** @returns {Count} */
  get count() {
    return {
      figures: this.#counter.figures,
      reads: this.#reads,
      waitMs: this.#waitMs,
      cpuMs: this.#cpuMs,
    };
  }

  async run() {
    const { size, passes } = this.#order;
    let offset = 0;
    let ahead = this.#startRead(0);
    while (ahead) {
      const bytes = await this.#wait(ahead);
      if (!jobs.has(this.#id)) return;
      offset += bytes.length;
      ahead = this.#startRead(offset);
      await this.#add(bytes);
      if (!jobs.has(this.#id) || this.#counter.hasTrouble) return;
      if (offset < size) this.#tell();
    }
    this.#work(() => this.#counter.finish(passes));
  }

  /** Counts a chunk. Between the parts of a compressed one an abort is heard. @param {Uint8Array} bytes */
  async #add(bytes) {
    for (let at = 0; at < bytes.length && !this.#counter.hasTrouble;) {
      const mayUnpack = this.#counter.unpacks || !this.#hasBegun;
      const part = mayUnpack ? bytes.subarray(at, at + PACKED_PART_BYTES) : bytes.subarray(at);
      this.#work(() => this.#counter.add(part, this.#order.passes));
      this.#hasBegun = true;
      at += part.length;
      if (this.#counter.unpacks && this.#tell()) await new Promise((resolve) => setTimeout(resolve));
      if (!jobs.has(this.#id)) return;
    }
  }

  free() {
    this.#parts.close();
    this.#counter.free();
  }

  /** @param {number} offset @returns {Promise<Uint8Array> | undefined} nothing at the end */
  #startRead(offset) {
    const { size, chunkBytes } = this.#order;
    if (offset >= size) return undefined;
    ++this.#reads;
    const read = this.#parts.read(offset, Math.min(chunkBytes, size - offset));
    // It is waited for later, or not at all.
    read.catch(() => {});
    return read;
  }

  /** @param {Promise<Uint8Array>} read */
  async #wait(read) {
    const begun = performance.now();
    try {
      return await read;
    } finally {
      this.#waitMs += performance.now() - begun;
    }
  }

  /** @param {() => void} work */
  #work(work) {
    const begun = performance.now();
    work();
    this.#cpuMs += performance.now() - begun;
  }

  /** Now and then. @returns {boolean} whether it was time to */
  #tell() {
    const now = performance.now();
    if (now - this.#toldAtMs < PROGRESS_INTERVAL_MS) return false;
    this.#toldAtMs = now;
    post({ progress: this.#id, count: this.count });
    return true;
  }
}

/** @param {number} id @param {Order} order */
async function work(id, order) {
  jobs.add(id);
  /** @type {Job | undefined} */
  let job;
  try {
    job = new Job(id, order);
    await job.run();
    if (jobs.has(id)) post({ done: id, count: job.count });
  } catch (exception) {
    if (jobs.has(id)) post({ failed: id, failure: toFailure(exception), count: job?.count });
  } finally {
    job?.free();
    jobs.delete(id);
  }
}

addEventListener('message', ({ data }) => {
  if ('count' in data) {
    work(data.count, data.order);
  } else if ('abort' in data) {
    jobs.delete(data.abort);
  } else {
    startProgram(data.program);
    post({ ready: true });
  }
});
