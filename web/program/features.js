/** What is drawn covers the whole page and has its own smooth edges. */
const GRAPHICS = { alpha: false, antialias: false, depth: false, stencil: false };

/**
 * What the browser lacks, in words; null if it has all that Weft needs.
 * @param {HTMLCanvasElement} canvas  gets the context that the program will find and draw with: to make another one, only
 *   to see whether that works, would take as long again
 * @returns {{heading: string, words: string} | null}
 */
export function checkBrowser(canvas) {
  if (typeof WebAssembly !== 'object' || !hasSimd()) {
    return {
      heading: 'This browser has no WebAssembly',
      words:
        'Weft is a WebAssembly program and needs its 128-bit SIMD instructions. Current versions of Chrome, Edge, ' +
        'Firefox and Safari have them; some protected modes switch them off.',
    };
  }
  if (!getGraphics(canvas)) {
    return {
      heading: 'This browser has no WebGL 2',
      words:
        'Weft draws with WebGL 2. It may be switched off in the settings (hardware acceleration), or the graphics ' +
        'driver may be too old.',
    };
  }
  return null;
}

/** In the size in which it is drawn, as every change of it takes a while. @param {HTMLCanvasElement} canvas */
function getGraphics(canvas) {
  canvas.width = Math.round(canvas.clientWidth * devicePixelRatio);
  canvas.height = Math.round(canvas.clientHeight * devicePixelRatio);
  return canvas.getContext('webgl2', GRAPHICS);
}

/** The smallest module that uses a SIMD instruction. */
function hasSimd() {
  const bytes = [
    0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98,
    11,
  ];
  return WebAssembly.validate(new Uint8Array(bytes));
}
