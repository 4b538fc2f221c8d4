// Parts of a file as a worker reads them. Whatever goes wrong is thrown as the page can tell it apart; what it means,
// the page says (web/reading/counting.lib.js).

import { readResource } from '../vfs/read-resource.js';
import { BlobStream, limits, readPart } from '../vfs/shared/blob-stream.js';

// Other workers read meanwhile, one for each processor.
limits.stretchesAtOnce = 2;

/** @typedef {import('./count-worker.js').Source} Source */

/** @param {number} ms */
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Reads one file, part by part. */
export class PartReader {
  #source;
  #latencyMs;
  #stream;

  /** @param {Source} source @param {number} latencyMs  added to each read */
  constructor(source, latencyMs) {
    this.#source = source;
    this.#latencyMs = latencyMs;
    this.#stream = 'blob' in source ? new BlobStream(source.blob) : undefined;
  }

  /**
   * One call at a time. The bytes are valid until the next call but one.
   * @param {number} offset
   * @param {number} size
   */
  async read(offset, size) {
    if (this.#latencyMs > 0) await sleep(this.#latencyMs);
    return (await this.#stream?.take(offset, size)) ?? this.#readPart(offset, size);
  }

  close() {
    this.#stream?.close();
  }

  /** @param {number} offset @param {number} size */
  #readPart(offset, size) {
    const source = this.#source;
    if ('blob' in source) return readPart(source.blob, offset, size);
    return readResource(source, offset, size);
  }
}
