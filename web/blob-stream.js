// Reads that follow one another through a large blob, by one stream of it. A browser takes about a millisecond to prepare
// each slice; a stream is prepared once. For the page's own thread web/library/vfs_streams.js does the same.

/** Smaller reads, and those of a whole blob, are as fast by `arrayBuffer()`. */
const SMALLEST_READ = 64 * 1024;

/**
 * The bytes of a blob from `offset` on. All of it is the blob itself: Firefox shows only then that its file has grown.
 * @param {Blob} blob
 * @param {number} offset
 * @param {number} size
 */
export const partOf = (blob, offset, size) =>
  offset === 0 && size === blob.size ? blob : blob.slice(offset, offset + size);

/** @param {Blob} blob  A stream does not notice that its file changes meanwhile; a slice does. */
const isUnchanged = (blob) =>
  blob
    .slice(0, 1)
    .arrayBuffer()
    .then(
      () => true,
      () => false,
    );

/**
 * Those that are being read. Chromium collects a stream to which only its own pending read refers, and that read never
 * comes to an end.
 * @type {Set<BlobStream>}
 */
const open = new Set();

export class BlobStream {
  #blob;
  /** @type {ReadableStreamBYOBReader | undefined} */
  #reader;
  #position = 0;
  /** @type {ArrayBuffer[]} the older first */
  #lent = [];

  /** @param {Blob} blob */
  constructor(blob) {
    this.#blob = blob;
  }

  /**
   * The bytes at `offset`, valid until the next call but one; one call at a time. Undefined where the stream does not
   * stand there, or something is wrong with the blob: a slice then does the work, or shows what it is.
   * @param {number} offset
   * @param {number} size
   * @returns {Promise<Uint8Array<ArrayBuffer> | undefined>}
   */
  async take(offset, size) {
    if (size <= SMALLEST_READ || size === this.#blob.size) return undefined;
    if (offset === 0) this.#open();
    if (!this.#reader || offset !== this.#position) return undefined;
    const bytes = await this.#read(this.#reader, size).catch(() => undefined);
    this.#position += size;
    const isAtEnd = this.#position >= this.#blob.size;
    if (!bytes || isAtEnd) this.close();
    return bytes && (!isAtEnd || (await isUnchanged(this.#blob))) ? bytes : undefined;
  }

  close() {
    this.#reader?.cancel().catch(() => {});
    this.#reader = undefined;
    open.delete(this);
  }

  #open() {
    this.close();
    this.#position = 0;
    try {
      this.#reader = this.#blob.stream().getReader({ mode: 'byob' });
      open.add(this);
    } catch {
      // Streams of this browser's blobs do not fill buffers of others.
    }
  }

  /** @param {ReadableStreamBYOBReader} reader @param {number} size */
  async #read(reader, size) {
    let buffer = this.#borrow(size);
    for (let count = 0; count < size;) {
      const { value, done } = await reader.read(new Uint8Array(buffer, count, size - count));
      if (done) return undefined;
      buffer = value.buffer;
      count += value.length;
    }
    this.#lent.push(buffer);
    return new Uint8Array(buffer, 0, size);
  }

  /** @param {number} size */
  #borrow(size) {
    const oldest = this.#lent.length > 1 ? this.#lent.shift() : undefined;
    return oldest && oldest.byteLength >= size ? oldest : new ArrayBuffer(size);
  }
}
