// Ways to read while the page's own thread stands still. `Module.weftIo` is what `createBlockingIo` makes, and must be
// in place before the first read that blocks.
import { createSharedBufferReader } from './shared-buffer-reader.js';
import { readBlobByXhr, requestBlocking } from './sync-xhr.js';

/** @typedef {(bytes: Uint8Array, at: number) => void} Take  Called with the parts of what was read, in order. */

/**
 * @typedef {object} BlockingIo
 * @property {'shared-buffer' | 'sync-xhr'} kind  how blobs are read
 * @property {(id: number, blob: Blob, offset: number, size: number, take: Take) => number} readBlob
 *   Blocks, and returns the count of bytes. It throws what reading the blob would have thrown.
 * @property {(id: number) => void} forget  the blob of that number is not needed any more
 * @property {typeof requestBlocking} [request]  asks a web server; not in Node
 * @property {() => void} close  ends the worker, if there is one
 */

/**
 * Starts the worker where memory can be shared with one (a page that is cross-origin isolated, Node) and waits until it
 * is ready. Elsewhere, and where the worker does not start, blobs are read by synchronous XHR.
 *
 * @param {string | URL | Promise<string>} workerUrl  where io-worker.js is; it is done without one that does not come
 * @param {{describe?: (blob: Blob) => {blob?: Blob, path?: string}}} [options]  `describe` says what to send to the
 *   worker for a blob, if not the blob itself
 * @returns {Promise<BlockingIo>}
 */
export async function createBlockingIo(workerUrl, { describe = (blob) => ({ blob }) } = {}) {
  const hasXhr = typeof XMLHttpRequest !== 'undefined';
  const http = hasXhr ? { request: requestBlocking } : {};
  const canShare = typeof SharedArrayBuffer !== 'undefined' && (globalThis.crossOriginIsolated || !hasXhr);
  if (canShare) {
    try {
      return {
        kind: 'shared-buffer',
        ...http,
        ...(await createSharedBufferReader(await workerUrl, describe)),
      };
    } catch (error) {
      if (!hasXhr) throw error;
      console.warn('The I/O worker did not start; blobs are read by synchronous XHR.', error);
    }
  }
  return { kind: 'sync-xhr', ...http, readBlob: readBlobByXhr, forget: () => {}, close: () => {} };
}
