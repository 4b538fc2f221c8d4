// Reads blobs by a worker that writes into shared memory, while this thread waits for it (io-worker.js).

const HEADER_BYTES = 12;
const TURN = 0;
const FAILED = 1;
const LENGTH = 2;
/** Longer reads take several turns. */
const LARGEST_READ = 4 * 1024 * 1024;
/** A worker that is silent for so long is dead. */
const PATIENCE_MS = 60_000;

/** The page does not start before the worker has: it does without one that takes longer. */
const START_PATIENCE_MS = 15_000;

/** @typedef {{postMessage: (message: unknown) => void, terminate: () => unknown}} AnyWorker */

/**
 * @param {string | URL} url
 * @returns {Promise<AnyWorker>}  once the worker has said that it is ready
 */
async function startWorker(url) {
  if (typeof Worker === 'undefined') {
    const { Worker: NodeWorker } = await import('node:worker_threads');
    const worker = new NodeWorker(new URL(url));
    await new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject));
    worker.unref();
    return worker;
  }
  const worker = new Worker(url);
  await new Promise((resolve, reject) => {
    worker.onmessage = resolve;
    worker.onerror = reject;
    setTimeout(() => reject(new Error('it does not answer')), START_PATIENCE_MS);
  }).catch((error) => {
    worker.terminate();
    throw error;
  });
  return worker;
}

/**
 * A page's thread may not sleep, so it spins; Node's may.
 * @param {Int32Array} header
 * @param {number} turn
 * @returns {boolean}  whether the worker has answered
 */
function waitForTurn(header, turn) {
  const mayWait = typeof window === 'undefined';
  const deadline = performance.now() + PATIENCE_MS;
  while (Atomics.load(header, TURN) !== turn) {
    if (mayWait) Atomics.wait(header, TURN, turn - 1, PATIENCE_MS);
    if (performance.now() > deadline) return false;
  }
  return true;
}

/**
 * @param {string | URL} workerUrl
 * @param {(blob: Blob) => {blob?: Blob, path?: string}} describe
 */
export async function createSharedBufferReader(workerUrl, describe) {
  const worker = await startWorker(workerUrl);
  const buffer = new SharedArrayBuffer(HEADER_BYTES + LARGEST_READ);
  const header = new Int32Array(buffer, 0, HEADER_BYTES / 4);
  /** @type {Set<number>} */
  const known = new Set();
  let turn = 0;
  // Each further read would freeze the page as long again.
  let isDead = false;

  /**
   * @param {number} id
   * @param {number} offset
   * @param {number} size
   */
  const readOnce = (id, offset, size) => {
    if (!isDead) worker.postMessage({ read: id, turn: ++turn, offset, size, buffer });
    isDead ||= !waitForTurn(header, turn);
    if (isDead) throw new DOMException('the I/O worker does not answer', 'TimeoutError');
    const bytes = new Uint8Array(buffer, HEADER_BYTES, header[LENGTH]);
    if (header[FAILED] === 0) return bytes;
    const { name, message, weftCode } = JSON.parse(new TextDecoder().decode(bytes.slice()));
    throw Object.assign(new DOMException(message, name), weftCode && { weftCode });
  };

  /**
   * @param {number} id
   * @param {Blob} blob
   */
  const introduce = (id, blob) => {
    if (known.has(id)) return;
    worker.postMessage({ open: id, source: describe(blob) });
    known.add(id);
  };

  return {
    /**
     * @param {number} id
     * @param {Blob} blob
     * @param {number} offset
     * @param {number} size
     * @param {import('./blocking-io.js').Take} take
     */
    readBlob(id, blob, offset, size, take) {
      introduce(id, blob);
      let at = 0;
      let wanted = 0;
      let length = 0;
      do {
        wanted = Math.min(size - at, LARGEST_READ);
        const bytes = readOnce(id, offset + at, wanted);
        length = bytes.length;
        take(bytes, at);
        at += length;
      } while (at < size && length === wanted);
      return at;
    },

    /** @param {number} id */
    forget(id) {
      if (known.delete(id)) worker.postMessage({ close: id });
    },

    close() {
      worker.terminate();
    },
  };
}
