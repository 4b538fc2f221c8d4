// What the tests need from the world, under Node: files in a folder of their own, a server, and blocking reads.
import { openAsBlob } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBlockingIo } from '../../../../web/vfs/blocking-io.js';
import { startTestServer } from './server.mjs';

/** Node warns about blobs of files, which the tests use on purpose. */
function silenceWarning() {
  const emit = process.emitWarning;
  process.emitWarning = (/** @type {any} */ warning, /** @type {any[]} */ ...rest) => {
    if (!String(warning).includes('buffer.Blob') && !String(warning).includes('openAsBlob'))
      emit(warning, ...rest);
  };
}

export async function createEnvironment() {
  silenceWarning();
  const folder = await mkdtemp(join(tmpdir(), 'weft-vfs-'));
  const server = await startTestServer();
  /** @type {WeakMap<Blob, string>} */
  const paths = new WeakMap();
  const worker = new URL('../../../../web/vfs/io-worker.js', import.meta.url);
  const io = await createBlockingIo(worker, {
    describe: (blob) => (paths.has(blob) ? { path: paths.get(blob) } : { blob }),
  });
  let files = 0;

  const openFile = async (/** @type {string} */ path) => {
    const blob = await openAsBlob(path);
    paths.set(blob, path);
    return blob;
  };

  return {
    isBrowser: false,
    io,
    serverUrl: server.url,

    /** @param {Uint8Array} bytes */
    async makeDiskFile(bytes) {
      const path = join(folder, `file${++files}`);
      await writeFile(path, bytes);
      return openFile(path);
    },

    /**
     * Something of `size` bytes of which only the last are not zero. Node's own blobs end at 4 GB, so this is what the
     * module uses of one; it cannot be sent to the worker.
     * @param {number} size
     * @param {Uint8Array} tail
     */
    async makeHugeFile(size, tail) {
      const zeros = size - tail.length;
      return {
        size,
        slice(/** @type {number} */ from, /** @type {number} */ to) {
          const front = new Uint8Array(Math.max(0, Math.min(to, zeros) - from));
          return new Blob([front, tail.slice(Math.max(0, from - zeros), Math.max(0, to - zeros))]);
        },
      };
    },

    /** @param {Blob} blob @param {Uint8Array} bytes */
    async changeDiskFile(blob, bytes) {
      await writeFile(String(paths.get(blob)), bytes);
    },

    /** @param {Blob} blob */
    async deleteDiskFile(blob) {
      await rm(String(paths.get(blob)));
    },

    async close() {
      io.close();
      server.close();
      await rm(folder, { recursive: true });
    },
  };
}
