// Text that the browser shapes as a whole, for src/ui/kit/shaped_text.cpp. Drawn to the sheets of glyphs.lib.js.
addToLibrary({
  $WeftShaping__deps: ['$WeftSheets', '$UTF8Decoder'],
  $WeftShaping: {
    /** What was shaped last: it is drawn next. */
    shaped: { text: '', font: '', direction: 'ltr' },
    segmenter: null,

    /** All of it: `UTF8ToString` takes a NUL for the end. */
    decode: (words, length) => UTF8Decoder.decode(HEAPU8.subarray(words, words + length)),

    /** As `dir="auto"` has it: the first character that has a direction decides. */
    directionOf(text) {
      const first = /[\p{L}\u200E\u200F\u061C]/u.exec(text)?.[0] ?? '';
      return /[\u0590-\u08FF\u200F\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u.test(
        first,
      )
        ? 'rtl'
        : 'ltr';
    },

    /** Where what a reader takes for single characters end. */
    ends(text) {
      if (!globalThis.Intl?.Segmenter)
        return Array.from(
          text,
          (
            (at) => (one) =>
              (at += one.length)
          )(0),
        );
      WeftShaping.segmenter ??= new Intl.Segmenter();
      return Array.from(WeftShaping.segmenter.segment(text), ({ index, segment }) => index + segment.length);
    },

    /** The last of the ascending `ends` up to which the text fits; 0 if none does. */
    lastThatFits(ends, fits) {
      let [least, most] = [0, ends.length];
      while (least < most) {
        const middle = (least + most + 1) >> 1;
        if (fits(ends[middle - 1])) least = middle;
        else most = middle - 1;
      }
      return least === 0 ? 0 : ends[least - 1];
    },

    widthOf(font, direction, text) {
      return WeftSheets.measure(font, direction, text).width;
    },

    /** The text, or as much of its beginning as fits with an ellipsis behind it. */
    elide(font, direction, text, room, isCut) {
      const width = WeftShaping.widthOf(font, direction, text);
      if (!isCut && width <= room) return text;
      // Segmenting takes time, and the end of a long text is not near.
      const likely = text.slice(0, Math.ceil((2 * text.length * room) / Math.max(1, width)) + 16);
      const shortened = (end) => likely.slice(0, end).trimEnd() + '…';
      const fits = (end) => WeftShaping.widthOf(font, direction, shortened(end)) <= room;
      return shortened(WeftShaping.lastThatFits(WeftShaping.ends(likely), fits));
    },
  },

  weft_text_shape__deps: ['$WeftShaping', '$WeftSheets', '$UTF8ToString'],
  weft_text_shape(cssFont, words, length, room, isCut, flow, shape) {
    const font = UTF8ToString(cssFont);
    // A canvas draws a tab as one space.
    const whole = WeftShaping.decode(words, length).replaceAll('\t', '    ');
    const direction = ['', 'ltr', 'rtl'][flow] || WeftShaping.directionOf(whole);
    const text = WeftShaping.elide(font, direction, whole, room, isCut);
    const size = WeftSheets.measure(font, direction, text);
    WeftShaping.shaped = { text, font, direction };
    HEAPF32.set(
      [size.width, size.actualBoundingBoxLeft, size.actualBoundingBoxRight, direction === 'rtl' ? 1 : 0],
      shape >> 2,
    );
  },

  weft_text_draw__deps: ['$WeftShaping', '$WeftSheets'],
  weft_text_draw(sheet, x, y, width, height, left, baseline, rgb) {
    WeftSheets.within(sheet, x, y, width, height, (context) => {
      const { text, font, direction } = WeftShaping.shaped;
      context.font = font;
      context.direction = direction;
      context.fillStyle = `#${rgb.toString(16).padStart(6, '0')}`;
      context.fillText(text, left, baseline);
    });
  },

  weft_text_break__deps: ['$WeftShaping', '$UTF8ToString', '$lengthBytesUTF8'],
  weft_text_break(cssFont, words, length, room) {
    const font = UTF8ToString(cssFont);
    const text = WeftShaping.decode(words, length);
    const direction = WeftShaping.directionOf(text);
    const fits = (end) => WeftShaping.widthOf(font, direction, text.slice(0, end).trimEnd()) <= room;
    const wordEnds = Array.from(text.matchAll(/\s+|$/g), (space) => space.index + space[0].length);
    let end = WeftShaping.lastThatFits(wordEnds, fits);
    if (end === 0) {
      const ends = WeftShaping.ends(text);
      end = WeftShaping.lastThatFits(ends, fits) || ends[0];
    }
    return lengthBytesUTF8(text.slice(0, end));
  },
});
