// Files that change, and blobs of them, as Firefox has them (web/vfs/shared/blob-stream.js): a read of the whole brings what is
// there now, a read of a part no more than it should. They can be read here and now.

const encoder = new TextEncoder();

/** @typedef {{size: number, bytes: Uint8Array}} Readable */

/** @param {Readable | Uint8Array | string} part @returns {Readable} */
function toReadable(part) {
  if (typeof part === 'string') return toReadable(encoder.encode(part));
  return part instanceof Uint8Array ? { size: part.length, bytes: part } : part;
}

export class FakeBlob {
  #parts;

  /** @param {(Readable | Uint8Array | string)[]} parts */
  constructor(parts) {
    this.#parts = parts.map(toReadable);
    this.size = this.#parts.reduce((sum, { size }) => sum + size, 0);
  }

  get bytes() {
    return new Uint8Array(Buffer.concat(this.#parts.map(({ bytes }) => bytes)));
  }
}

export class FakeFile {
  /** @param {string} text */
  constructor(text) {
    this.bytes = encoder.encode(text);
    this.size = this.bytes.length;
  }

  /** @param {string} text  what it has from now on */
  replace(text) {
    this.bytes = encoder.encode(text);
  }

  /** @param {number} from @param {number} to @returns {Readable} */
  slice(from, to) {
    const file = this;
    return {
      size: to - from,
      get bytes() {
        return file.bytes.subarray(from, to);
      },
    };
  }
}

/** This program takes itself for that browser. */
export function beFirefox() {
  Object.defineProperty(globalThis, 'navigator', { value: {}, configurable: true });
  Object.assign(globalThis, { Blob: FakeBlob });
}
