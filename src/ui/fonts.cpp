#include "ui/fonts.hpp"

#include <array>

#include "imgui.h"

namespace weft::ui {
namespace {

constexpr const char* sans =
    "Inter, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif";
constexpr const char* mono =
    "'JetBrains Mono', ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace";

constexpr std::array<FaceStyle, face_count> faces = {{
    {"400", sans, true},
    {"600", sans, true},
    {"400", mono, false},
}};

std::array<ImFont*, face_count>& fonts() {
  static std::array<ImFont*, face_count> added{};
  return added;
}

}  // namespace

const FaceStyle& style_of(Face face) { return faces[static_cast<std::size_t>(face)]; }

void add_fonts() {
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  atlas.Flags |= ImFontAtlasFlags_NoMouseCursors;
  for (int index = 0; index < face_count; ++index) {
    ImFontConfig config;
    config.FontLoader = atlas.FontLoader;
    config.FontNo = static_cast<ImU32>(index);
    fonts()[static_cast<std::size_t>(index)] = atlas.AddFont(&config);
  }
}

ImFont* font_of(Face face) { return fonts()[static_cast<std::size_t>(face)]; }

}  // namespace weft::ui
