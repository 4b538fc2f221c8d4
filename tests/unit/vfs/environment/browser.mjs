// What the tests need from the world, in a page that server.mjs has served: files in the browser's own storage stand for
// files on disk.
import { createBlockingIo } from '../../../../web/vfs/blocking-io.js';

const PIECE_BYTES = 64 * 1024 * 1024;

export async function createEnvironment() {
  const io = await createBlockingIo(new URL('../../../../web/vfs/io-worker.js', import.meta.url));
  const storage = await navigator.storage?.getDirectory?.();
  /** @type {WeakMap<Blob, any>} */
  const handles = new WeakMap();
  const folderName = `weft-vfs-${crypto.randomUUID()}`;
  const folder = await storage?.getDirectoryHandle(folderName, {
    create: true,
  });

  const write = async (/** @type {any} */ handle, /** @type {Uint8Array} */ bytes) => {
    const writable = await handle.createWritable();
    await writable.write(bytes);
    await writable.close();
  };

  return {
    isBrowser: true,
    io,
    serverUrl: location.origin,

    /** As the page has it of what is dropped: an empty file with the way to look at it anew. @param {Uint8Array} bytes */
    async makeDiskFile(bytes) {
      const handle = await folder.getFileHandle(crypto.randomUUID(), {
        create: true,
      });
      await write(handle, bytes);
      const file = await handle.getFile();
      handles.set(file, handle);
      return Object.assign(file, bytes.length === 0 && { anew: () => handle.getFile() });
    },

    /**
     * A blob of `size` bytes of which only the last are not zero: one piece, over and over.
     * @param {number} size
     * @param {Uint8Array} tail
     */
    async makeHugeFile(size, tail) {
      const piece = new Blob([new Uint8Array(PIECE_BYTES)]);
      const zeros = size - tail.length;
      const pieces = Array(Math.floor(zeros / PIECE_BYTES)).fill(piece);
      return new Blob([...pieces, piece.slice(0, zeros % PIECE_BYTES), tail]);
    },

    /** @param {Blob} blob @param {Uint8Array} bytes */
    async changeDiskFile(blob, bytes) {
      await write(handles.get(blob), bytes);
    },

    /** @param {Blob} blob */
    async deleteDiskFile(blob) {
      await folder.removeEntry(handles.get(blob).name);
    },

    async close() {
      io.close();
      await storage?.removeEntry(folderName, { recursive: true });
    },
  };
}
