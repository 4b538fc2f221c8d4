// How the workers read large blobs in order: by what the page's own thread reads with, web/vfs/streams.lib.js.

import { collected } from './library-collector.js';
import './streams.lib.js';

/**
 * A blob's stream, as web/vfs/streams.lib.js makes it.
 * @typedef {object} Streams
 * @property {Set<object>} running
 * @property {number} stretchesAtOnce
 * @property {(blob: Blob, offset: number, size: number) => Blob} partOf
 * @property {(blob: Blob, offset: number, size: number) => boolean} isBlindEnd
 * @property {() => Error} changed
 * @property {(blob: Blob, offset: number, size: number) => Promise<Uint8Array<ArrayBuffer>>} readPart
 * @property {(blob: Blob) => object} make
 * @property {(stream: object, offset: number, size: number) => Promise<Uint8Array<ArrayBuffer> | undefined>} take
 * @property {(stream: object) => void} close
 */
const streams = /** @type {Streams} */ (collected('WeftStreams'));
streams.running = new Set();

/**
 * `partOf`: a blob from an offset on. `readPart`: its bytes; it throws if the file behind it is found to have changed.
 * `isBlindEnd`: whether a read of that part should tell that the file has grown, but cannot. `changed`: what to throw then.
 */
export const { partOf, readPart, isBlindEnd, changed } = streams;

/**
 * How large a blob may be, in bytes, to be read once more to see whether it has grown. A larger one that has is not noticed
 * in Firefox while the page is blocked.
 */
export const MOST_LOOKED_AT = 512 * 1024 * 1024;

/**
 * How many streams of very large blobs this thread may read at once; each holds 16 MiB of what it has read ahead.
 * @param {number} most
 */
export function limitStretches(most) {
  streams.stretchesAtOnce = most;
}

export class BlobStream {
  #stream;

  /** @param {Blob} blob */
  constructor(blob) {
    this.#stream = streams.make(blob);
  }

  /**
   * The bytes at `offset`, valid until the next call but one; one call at a time. Undefined where the stream does not
   * stand there, or something is wrong with the blob: a slice then does the work, or shows what it is.
   * @param {number} offset
   * @param {number} size
   */
  take(offset, size) {
    return streams.take(this.#stream, offset, size);
  }

  close() {
    streams.close(this.#stream);
  }
}
