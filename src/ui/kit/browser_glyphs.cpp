#include "ui/kit/browser_glyphs.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "imgui.h"
#include "imgui_internal.h"
#include "misc/freetype/imgui_freetype.h"
#include "ui/kit/browser_sheets.hpp"
#include "ui/kit/fonts.hpp"
#include "ui/kit/icons.hpp"

namespace weft::ui {
namespace {

Face face_of(const ImFontConfig& source) { return static_cast<Face>(source.FontNo); }

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

/// Draws what has a place in the atlas. Everything that it needs to know, the glyph tells.
void paint(ImFontAtlas& atlas, const ImFontConfig& source, const ImFontBaked& baked,
           const ImFontGlyph& glyph) {
  const ImTextureRect& box = *ImFontAtlasPackGetRect(&atlas, glyph.PackId);
  const auto codepoint = static_cast<ImWchar>(glyph.Codepoint);
  if (const char* icon = icon_path(codepoint); icon != nullptr)
    return weft_icon_draw(atlas.TexData, box.x, box.y, box.w, icon);
  weft_glyph_draw(atlas.TexData, box.x, box.y, box.w, box.h, css_font(face_of(source), baked.Size).c_str(),
                  static_cast<int>(codepoint), static_cast<float>(box.x) - glyph.X0 + glyph.AdvanceX / 2,
                  static_cast<float>(box.y) - glyph.Y0 + baked.Ascent);
}

void paint_all(ImFontAtlas& atlas) {
  for (int at = 0; at < atlas.Builder->BakedPool.Size; ++at) {
    const ImFontBaked& baked = atlas.Builder->BakedPool[at];
    if (baked.WantDestroy) continue;
    for (const ImFontGlyph& glyph : baked.Glyphs)
      if (glyph.PackId != ImFontAtlasRectId_Invalid)
        paint(atlas, *baked.ContainerFont->Sources[static_cast<int>(glyph.SourceIdx)], baked, glyph);
  }
}

/// Finds a place for the glyph, whose left upper corner is so far from that of its line, and draws it there.
bool place(ImFontAtlas& atlas, const ImFontConfig& source, const ImFontBaked& baked, ImFontGlyph& glyph,
           int left, int top, int width, int height) {
  glyph.PackId = ImFontAtlasPackAddRect(&atlas, width, height);
  if (glyph.PackId == ImFontAtlasRectId_Invalid) return false;
  glyph.X0 = static_cast<float>(left);
  glyph.Y0 = static_cast<float>(top);
  glyph.X1 = static_cast<float>(left + width);
  glyph.Y1 = static_cast<float>(top + height);
  glyph.Visible = true;
  // The atlas has grown, and its texture is another one.
  if (open_sheet(*atlas.TexData)) paint_all(atlas);
  paint(atlas, source, baked, glyph);
  const ImTextureRect& box = *ImFontAtlasPackGetRect(&atlas, glyph.PackId);
  ImFontAtlasTextureBlockQueueUpload(&atlas, atlas.TexData, box.x, box.y, box.w, box.h);
  return true;
}

bool load_icon(ImFontAtlas& atlas, const ImFontConfig& source, const ImFontBaked& baked, ImFontGlyph* glyph,
               float* advance) {
  const int size = static_cast<int>(baked.Size);
  if (glyph == nullptr) {
    *advance = static_cast<float>(size);
    return true;
  }
  glyph->AdvanceX = static_cast<float>(size);
  return place(atlas, source, baked, *glyph, 0, 0, size, size);
}

bool load_character(ImFontAtlas& atlas, const ImFontConfig& source, const ImFontBaked& baked,
                    ImWchar codepoint, ImFontGlyph* glyph, float* advance) {
  const std::string font = css_font(face_of(source), baked.Size);
  GlyphBox box{};
  weft_glyph_measure(font.c_str(), static_cast<int>(codepoint), &box);
  const bool is_tabular = style_of(face_of(source)).tabular_digits && is_digit(codepoint);
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
  return place(atlas, source, baked, *glyph, left, static_cast<int>(baked.Ascent) + top, right - left,
               bottom - top);
}

bool load_glyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*, ImWchar codepoint,
                ImFontGlyph* glyph, float* advance) {
  if (glyph != nullptr) glyph->Codepoint = codepoint;
  return icon_path(codepoint) != nullptr ? load_icon(*atlas, *source, *baked, glyph, advance)
                                         : load_character(*atlas, *source, *baked, codepoint, glyph, advance);
}

bool init_size(ImFontAtlas*, ImFontConfig*, ImFontBaked* baked, void*) {
  baked->Ascent = baseline_of(baked->Size);
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

bool open_sheet(ImTextureData& texture) {
  return weft_sheet_open(&texture, texture.Width, texture.Height, texture.Pixels);
}

const ImFontLoader* browser_glyphs() {
  static const ImFontLoader loader = make_loader();
  return &loader;
}

}  // namespace weft::ui

const ImFontLoader* ImGuiFreeType::GetFontLoader() { return weft::ui::browser_glyphs(); }
