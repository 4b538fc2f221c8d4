// Draws characters and icons for src/ui/browser_glyphs.cpp with a 2D canvas that is never shown.
addToLibrary({
  $WeftGlyphs: {
    /** @type {CanvasRenderingContext2D | null} */
    context: null,

    /** A context that is at least so large and is set up for `cssFont`, with nothing drawn in that part. */
    prepare(width, height, cssFont) {
      const canvas = WeftGlyphs.context?.canvas ?? document.createElement('canvas');
      if (!WeftGlyphs.context || canvas.width < width || canvas.height < height) {
        canvas.width = Math.max(canvas.width, width, 64);
        canvas.height = Math.max(canvas.height, height, 64);
        WeftGlyphs.context ??= canvas.getContext('2d', { willReadFrequently: true });
        WeftGlyphs.context.textRendering = 'geometricPrecision';
        WeftGlyphs.context.fontKerning = 'none';
        WeftGlyphs.font = '';
      }
      if (cssFont !== WeftGlyphs.font) {
        WeftGlyphs.context.font = cssFont;
        WeftGlyphs.font = cssFont;
      }
      WeftGlyphs.context.clearRect(0, 0, width, height);
      return WeftGlyphs.context;
    },

    /** Moves the drawing into wasm memory, white where it has no colour of its own; true if it has. */
    take(context, width, height, rgba) {
      const pixels = context.getImageData(0, 0, width, height).data;
      let isColoured = false;
      for (let at = 0; at < pixels.length && !isColoured; at += 4) {
        const spread = Math.max(pixels[at], pixels[at + 1], pixels[at + 2]);
        isColoured = pixels[at + 3] > 64 && spread > 40;
      }
      if (!isColoured) {
        for (let at = 0; at < pixels.length; at += 4) pixels[at] = pixels[at + 1] = pixels[at + 2] = 255;
      }
      HEAPU8.set(pixels, rgba);
      return isColoured;
    },
  },

  weft_glyph_measure__deps: ['$WeftGlyphs', '$UTF8ToString'],
  weft_glyph_measure(cssFont, codepoint, box) {
    const context = WeftGlyphs.prepare(0, 0, UTF8ToString(cssFont));
    const size = context.measureText(String.fromCodePoint(codepoint));
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

  weft_glyph_draw__deps: ['$WeftGlyphs', '$UTF8ToString'],
  weft_glyph_draw(cssFont, codepoint, x, y, width, height, rgba) {
    const context = WeftGlyphs.prepare(width, height, UTF8ToString(cssFont));
    context.fillStyle = '#000';
    context.fillText(String.fromCodePoint(codepoint), x, y);
    return WeftGlyphs.take(context, width, height, rgba);
  },

  weft_icon_draw__deps: ['$WeftGlyphs', '$UTF8ToString'],
  weft_icon_draw(path, size, rgba) {
    const context = WeftGlyphs.prepare(size, size, WeftGlyphs.font);
    context.save();
    context.scale(size / 24, size / 24);
    context.lineWidth = 2;
    context.lineCap = 'round';
    context.lineJoin = 'round';
    context.stroke(new Path2D(UTF8ToString(path)));
    context.restore();
    WeftGlyphs.take(context, size, size, rgba);
  },
});
