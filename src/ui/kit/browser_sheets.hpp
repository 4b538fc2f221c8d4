#pragma once

// web/ui/glyphs.lib.js and web/ui/shaping.lib.js. A sheet is what a texture holds, in a canvas of the same
// size; it goes by the texture's address. Places are pixels from its left upper corner.

struct ImTextureData;

extern "C" {
/// Where the ink of something is, from the pen.
struct GlyphBox {
  float advance, left, right, ascent, descent;
};

/// `rgba` is what it holds from the beginning; null for nothing. False if it is open already.
bool weft_sheet_open(const ImTextureData* sheet, int width, int height, const unsigned char* rgba);
void weft_sheet_close(const ImTextureData* sheet);
/// Copies a part of the sheet to the same place of the texture that is bound, with colours multiplied by
/// opacity.
void weft_sheet_upload(const ImTextureData* sheet, int x, int y, int width, int height);

void weft_glyph_measure(const char* css_font, int codepoint, GlyphBox* box);
/// In white, over what was in the box, with the middle of its advance at `middle`.
void weft_glyph_draw(const ImTextureData* sheet, int x, int y, int width, int height, const char* css_font,
                     int codepoint, float middle, float baseline);
void weft_icon_draw(const ImTextureData* sheet, int x, int y, int size, const char* path);

struct TextShape {
  float advance, left, right, is_right_to_left;
};
/// Shapes text in one line, or, if it is longer than `room` or `is_cut`, what fits of it with an ellipsis.
/// `flow` is one of `shaped::Flow`.
void weft_text_shape(const char* css_font, const char* words, int length, float room, bool is_cut, int flow,
                     TextShape* shape);
/// Draws what was shaped last, over what was in the box.
void weft_text_draw(const ImTextureData* sheet, int x, int y, int width, int height, float left,
                    float baseline, unsigned rgb);
/// How many bytes of the text to put into one line of that room, more than none; white space at the end does
/// not count.
int weft_text_break(const char* css_font, const char* words, int length, float room);
}
