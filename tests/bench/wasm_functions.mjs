// How long the code of each function of a WebAssembly module is.

const CODE_SECTION = 10;
const FUNCTION_NAMES = 1;

/** Reads the numbers that WebAssembly is written in. */
class Reader {
  /** @param {Uint8Array} bytes */
  constructor(bytes, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  byte() {
    return this.bytes[this.at++];
  }

  /** LEB128. */
  number() {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = this.byte();
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  }

  text() {
    const length = this.number();
    this.at += length;
    return new TextDecoder().decode(this.bytes.subarray(this.at - length, this.at));
  }
}

/** @param {Uint8Array} bytes of a module @returns {number[]} */
function lengthsOfBodies(bytes) {
  const reader = new Reader(bytes, 8);
  while (reader.at < bytes.length) {
    const section = reader.byte();
    const end = reader.number() + reader.at;
    if (section === CODE_SECTION) {
      return Array.from({ length: reader.number() }, () => {
        const length = reader.number();
        reader.at += length;
        return length;
      });
    }
    reader.at = end;
  }
  return [];
}

/** @param {ArrayBuffer | undefined} section @returns {Map<number, string>} */
function namesIn(section) {
  const names = new Map();
  if (!section) return names;
  const reader = new Reader(new Uint8Array(section));
  while (reader.at < section.byteLength) {
    const kind = reader.byte();
    const end = reader.number() + reader.at;
    if (kind === FUNCTION_NAMES) {
      for (let left = reader.number(); left > 0; left--) names.set(reader.number(), reader.text());
    }
    reader.at = end;
  }
  return names;
}

/**
 * @param {Uint8Array<ArrayBuffer>} bytes of a module with the names of its functions
 * @returns {{name: string, length: number}[]}
 */
export function functionsOf(bytes) {
  const module = new WebAssembly.Module(bytes);
  const imported = WebAssembly.Module.imports(module).filter(({ kind }) => kind === 'function').length;
  const names = namesIn(WebAssembly.Module.customSections(module, 'name')[0]);
  return lengthsOfBodies(bytes).map((length, i) => ({ name: names.get(imported + i) ?? '', length }));
}
