/**
 * What the browser lacks, in words; null if it has all that Weft needs.
 * @returns {{heading: string, words: string} | null}
 */
export function checkBrowser() {
  if (typeof WebAssembly !== 'object' || !hasSimd()) {
    return {
      heading: 'This browser has no WebAssembly',
      words:
        'Weft is a WebAssembly program and needs its 128-bit SIMD instructions. Current versions of Chrome, Edge, ' +
        'Firefox and Safari have them; some protected modes switch them off.',
    };
  }
  if (!document.createElement('canvas').getContext('webgl2')) {
    return {
      heading: 'This browser has no WebGL 2',
      words:
        'Weft draws with WebGL 2. It may be switched off in the settings (hardware acceleration), or the graphics ' +
        'driver may be too old.',
    };
  }
  return null;
}

/** The smallest module that uses a SIMD instruction. */
function hasSimd() {
  const bytes = [
    0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98,
    11,
  ];
  return WebAssembly.validate(new Uint8Array(bytes));
}
