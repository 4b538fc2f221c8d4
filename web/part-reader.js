// Parts of a file as a worker reads them. Whatever goes wrong is thrown as the page can tell it apart; what it means,
// the page says (web/library/counting.js).

import { BlobStream, limitStretches, partOf } from './blob-stream.js';

// Other workers read meanwhile, one for each processor.
limitStretches(2);

/** @typedef {import('./count-worker.js').Source} Source */

/** @param {string} name @param {object} [details] */
const failure = (name, details = {}) => Object.assign(new Error(name), { name, ...details });

/** @param {number} ms */
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** @param {Blob} blob @param {number} offset @param {number} size */
const readBlob = async (blob, offset, size) => new Uint8Array(await partOf(blob, offset, size).arrayBuffer());

/** @param {string} url @param {string | undefined} version @param {number} offset @param {number} size */
async function readRange(url, version, offset, size) {
  const headers = { Range: `bytes=${offset}-${offset + size - 1}` };
  const answer = await fetch(url, { headers, cache: 'no-store' }).catch(() => {
    throw failure('NoAnswer');
  });
  const present = answer.headers.get('etag') ?? answer.headers.get('last-modified') ?? undefined;
  const hasChanged = version && present && version !== present;
  if (!answer.ok || hasChanged) throw failure('Answered', { status: answer.status, version: present });
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const part = answer.status === 206 ? bytes : bytes.subarray(offset, offset + size);
  return part.subarray(0, size);
}

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
    const bytes = (await this.#stream?.take(offset, size)) ?? (await this.#readPart(offset, size));
    if (bytes.length !== size) throw failure('WrongSize');
    return bytes;
  }

  close() {
    this.#stream?.close();
  }

  /** @param {number} offset @param {number} size */
  #readPart(offset, size) {
    const source = this.#source;
    if ('blob' in source) return readBlob(source.blob, offset, size);
    return readRange(source.url, source.version, offset, size);
  }
}
