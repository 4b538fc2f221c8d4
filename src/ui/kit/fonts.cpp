#include "ui/kit/fonts.hpp"

#include <array>
#include <cmath>

#include "imgui.h"
#include "lab/format.hpp"
#include "ui/kit/browser_glyphs.hpp"

namespace weft::ui {
namespace {

constexpr const char* sans =
    "Inter, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif";
// What people read code in all day; the page brings none of its own.
constexpr const char* mono = "ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace";

constexpr std::array<FaceStyle, face_count> faces = {{
    {"400", sans, true},
    {"600", sans, true},
    {"400", mono, false},
}};

// Dear ImGui's font size is the height of a line. The letters take this part of it.
constexpr float em_per_line = 14.0F / 17.0F;
// Height of a capital letter, in em: capitals stand in the middle of the line.
constexpr float cap_height = 0.727F;

// All the reader's graphics can hold as one texture, where a browser tells no more of them than it must.
constexpr int most_texture_side = 2048;

std::array<ImFont*, face_count>& fonts() {
  static std::array<ImFont*, face_count> all{};
  return all;
}

}  // namespace

const FaceStyle& style_of(Face face) { return faces[static_cast<std::size_t>(face)]; }

std::string css_font(Face face, float line_height) {
  const FaceStyle& style = style_of(face);
  return lab::format("{} {}px {}", style.weight, lab::fixed(line_height * em_per_line, 2), style.families);
}

float baseline_of(float line_height) { return std::round(line_height * (1 + cap_height * em_per_line) / 2); }

void add_fonts() {
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  atlas.Flags |= ImFontAtlasFlags_NoMouseCursors;
  // Large enough for the first frame: whenever it grows, all glyphs are drawn anew.
  atlas.TexMinHeight = 512;
  atlas.TexMaxWidth = atlas.TexMaxHeight = most_texture_side;
  for (int index = 0; index < face_count; ++index) {
    ImFontConfig config;
    config.FontLoader = browser_glyphs();
    config.FontNo = static_cast<ImU32>(index);
    fonts()[static_cast<std::size_t>(index)] = atlas.AddFont(&config);
  }
}

ImFont* font_of(Face face) { return fonts()[static_cast<std::size_t>(face)]; }

Face face_of(const ImFont& font) { return static_cast<Face>(font.Sources[0]->FontNo); }

}  // namespace weft::ui
