#include "ui/browser_glyphs.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "imgui.h"
#include "imgui_internal.h"
#include "lab/format.hpp"
#include "misc/freetype/imgui_freetype.h"
#include "ui/fonts.hpp"
#include "ui/icons.hpp"

// web/library/glyphs.js
extern "C" {
struct GlyphBox {
  float advance, left, right, ascent, descent;
};
void weft_glyph_measure(const char* css_font, int codepoint, GlyphBox* box);
/// Draws with the pen at (`x`, `y`) into `width` × `height` RGBA pixels; true if the glyph has colours of its
/// own.
bool weft_glyph_draw(const char* css_font, int codepoint, float x, float y, int width, int height,
                     unsigned char* rgba);
void weft_icon_draw(const char* path, int size, unsigned char* rgba);
}

namespace weft::ui {
namespace {

// Dear ImGui's font size is the height of a line. The letters take this part of it.
constexpr float em_per_line = 14.0F / 17.0F;
// Height of a capital letter, in em: capitals stand in the middle of the line.
constexpr float cap_height = 0.727F;

std::string css_font(const ImFontConfig& source, const ImFontBaked& baked) {
  const FaceStyle& style = style_of(static_cast<Face>(source.FontNo));
  return lab::format("{} {}px {}", style.weight, lab::fixed(baked.Size * em_per_line, 2), style.families);
}

bool is_digit(ImWchar codepoint) { return codepoint >= '0' && codepoint <= '9'; }

float widest_digit(const std::string& font) {
  float widest = 0;
  for (int digit = '0'; digit <= '9'; ++digit) {
    GlyphBox box{};
    weft_glyph_measure(font.c_str(), digit, &box);
    widest = std::max(widest, box.advance);
  }
  return widest;
}

/// Advances are whole pixels, which keeps text crisp; the glyph is moved by half of what rounding has added.
struct Advance {
  float pixels;
  float shift;
};

Advance fit_advance(float natural, float wanted) {
  const float pixels = std::round(wanted);
  return {pixels, (pixels - natural) / 2};
}

unsigned char* reserve_pixels(ImFontAtlas& atlas, int width, int height) {
  atlas.Builder->TempBuffer.resize(width * height * 4);
  return atlas.Builder->TempBuffer.Data;
}

bool place(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, ImFontGlyph* glyph, int left,
           int top, int width, int height) {
  glyph->PackId = ImFontAtlasPackAddRect(atlas, width, height);
  if (glyph->PackId == ImFontAtlasRectId_Invalid) return false;
  glyph->X0 = static_cast<float>(left);
  glyph->Y0 = static_cast<float>(top);
  glyph->X1 = static_cast<float>(left + width);
  glyph->Y1 = static_cast<float>(top + height);
  glyph->Visible = true;
  ImFontAtlasBakedSetFontGlyphBitmap(atlas, baked, source, glyph,
                                     ImFontAtlasPackGetRect(atlas, glyph->PackId),
                                     atlas->Builder->TempBuffer.Data, ImTextureFormat_RGBA32, width * 4);
  return true;
}

bool load_icon(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, const char* path,
               ImFontGlyph* glyph, float* advance) {
  const int size = static_cast<int>(baked->Size);
  if (glyph == nullptr) {
    *advance = static_cast<float>(size);
    return true;
  }
  glyph->AdvanceX = static_cast<float>(size);
  weft_icon_draw(path, size, reserve_pixels(*atlas, size, size));
  return place(atlas, source, baked, glyph, 0, 0, size, size);
}

bool load_character(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, ImWchar codepoint,
                    ImFontGlyph* glyph, float* advance) {
  const std::string font = css_font(*source, *baked);
  GlyphBox box{};
  weft_glyph_measure(font.c_str(), static_cast<int>(codepoint), &box);
  const bool is_tabular = style_of(static_cast<Face>(source->FontNo)).tabular_digits && is_digit(codepoint);
  const Advance fitted = fit_advance(box.advance, is_tabular ? widest_digit(font) : box.advance);
  if (glyph == nullptr) {
    *advance = fitted.pixels;
    return true;
  }
  glyph->AdvanceX = fitted.pixels;
  const int left = static_cast<int>(std::floor(fitted.shift - box.left)) - 1;
  const int right = static_cast<int>(std::ceil(fitted.shift + box.right)) + 1;
  const int top = static_cast<int>(std::floor(-box.ascent)) - 1;
  const int bottom = static_cast<int>(std::ceil(box.descent)) + 1;
  if (box.right + box.left <= 0 || box.ascent + box.descent <= 0) return true;
  const int width = right - left;
  const int height = bottom - top;
  glyph->Colored =
      weft_glyph_draw(font.c_str(), static_cast<int>(codepoint), fitted.shift - static_cast<float>(left),
                      static_cast<float>(-top), width, height, reserve_pixels(*atlas, width, height));
  return place(atlas, source, baked, glyph, left, static_cast<int>(baked->Ascent) + top, width, height);
}

bool load_glyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*, ImWchar codepoint,
                ImFontGlyph* glyph, float* advance) {
  if (glyph != nullptr) glyph->Codepoint = codepoint;
  const char* icon = icon_path(codepoint);
  return icon != nullptr ? load_icon(atlas, source, baked, icon, glyph, advance)
                         : load_character(atlas, source, baked, codepoint, glyph, advance);
}

bool init_size(ImFontAtlas*, ImFontConfig*, ImFontBaked* baked, void*) {
  baked->Ascent = std::round(baked->Size * (1 + cap_height * em_per_line) / 2);
  baked->Descent = baked->Ascent - baked->Size;
  return true;
}

ImFontLoader make_loader() {
  ImFontLoader loader;
  loader.Name = "browser";
  loader.FontSrcContainsGlyph = [](ImFontAtlas*, ImFontConfig*, ImWchar) { return true; };
  loader.FontBakedInit = init_size;
  loader.FontBakedLoadGlyph = load_glyph;
  return loader;
}

}  // namespace

const ImFontLoader* browser_glyphs() {
  static const ImFontLoader loader = make_loader();
  return &loader;
}

}  // namespace weft::ui

const ImFontLoader* ImGuiFreeType::GetFontLoader() { return weft::ui::browser_glyphs(); }
