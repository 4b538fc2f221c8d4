// Draws text and icons with 2D canvases that are never shown, and uploads them to WebGL: one canvas for each texture,
// its *sheet*. What was drawn is never read back: browsers that guard against fingerprinting answer that with noise.
addToLibrary({
  $WeftSheets__postset: 'WeftSheets.sheets = new Map();',
  $WeftSheets: {
    /** Contexts of the sheets, by the texture's address. */
    sheets: null,
    /** The context that measures, which draws nothing, and its font as it was set. */
    ruler: null,
    rulerFont: '',

    newContext(width, height) {
      const canvas = document.createElement('canvas');
      canvas.width = width;
      canvas.height = height;
      // A canvas in main memory: it is drawn to in small pieces, each uploaded once.
      const context = canvas.getContext('2d', { willReadFrequently: true });
      context.textRendering = 'geometricPrecision';
      context.textAlign = 'left';
      return context;
    },

    measure(font, direction, text) {
      const ruler = (WeftSheets.ruler ??= WeftSheets.newContext(1, 1));
      if (WeftSheets.rulerFont !== font) ruler.font = WeftSheets.rulerFont = font;
      ruler.direction = direction;
      return ruler.measureText(text);
    },

    /** Calls `draw` with the context of `sheet`, which can be drawn to within the box alone; that is empty. */
    within(sheet, x, y, width, height, draw) {
      const context = WeftSheets.sheets.get(sheet);
      context.save();
      context.beginPath();
      context.rect(x, y, width, height);
      context.clip();
      context.clearRect(x, y, width, height);
      draw(context);
      context.restore();
    },
  },

  weft_sheet_open__deps: ['$WeftSheets'],
  weft_sheet_open(sheet, width, height, rgba) {
    if (WeftSheets.sheets.has(sheet)) return false;
    const context = WeftSheets.newContext(width, height);
    if (rgba) {
      const pixels = new Uint8ClampedArray(HEAPU8.subarray(rgba, rgba + 4 * width * height));
      context.putImageData(new ImageData(pixels, width, height), 0, 0);
    }
    WeftSheets.sheets.set(sheet, context);
    return true;
  },

  weft_sheet_close__deps: ['$WeftSheets'],
  weft_sheet_close(sheet) {
    WeftSheets.sheets.delete(sheet);
  },

  weft_sheet_upload__deps: ['$WeftSheets', '$GL'],
  weft_sheet_upload(sheet, x, y, width, height) {
    const { canvas } = WeftSheets.sheets.get(sheet);
    const gl = GLctx;
    gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, true);
    gl.pixelStorei(gl.UNPACK_SKIP_PIXELS, x);
    gl.pixelStorei(gl.UNPACK_SKIP_ROWS, y);
    gl.texSubImage2D(gl.TEXTURE_2D, 0, x, y, width, height, gl.RGBA, gl.UNSIGNED_BYTE, canvas);
  },

  weft_glyph_measure__deps: ['$WeftSheets', '$UTF8ToString'],
  weft_glyph_measure(cssFont, codepoint, box) {
    const size = WeftSheets.measure(UTF8ToString(cssFont), 'ltr', String.fromCodePoint(codepoint));
    HEAPF32.set(
      [
        size.width,
        size.actualBoundingBoxLeft,
        size.actualBoundingBoxRight,
        size.actualBoundingBoxAscent,
        size.actualBoundingBoxDescent,
      ],
      box >> 2,
    );
  },

  weft_glyph_draw__deps: ['$WeftSheets', '$UTF8ToString'],
  weft_glyph_draw(sheet, x, y, width, height, cssFont, codepoint, middle, baseline) {
    WeftSheets.within(sheet, x, y, width, height, (context) => {
      context.font = UTF8ToString(cssFont);
      context.fillStyle = '#fff';
      context.textAlign = 'center';
      context.fillText(String.fromCodePoint(codepoint), middle, baseline);
    });
  },

  weft_icon_draw__deps: ['$WeftSheets', '$UTF8ToString'],
  weft_icon_draw(sheet, x, y, size, path) {
    WeftSheets.within(sheet, x, y, size, size, (context) => {
      context.translate(x, y);
      context.scale(size / 24, size / 24);
      context.lineWidth = 2;
      context.lineCap = 'round';
      context.lineJoin = 'round';
      context.strokeStyle = '#fff';
      context.stroke(new Path2D(UTF8ToString(path)));
    });
  },
});
