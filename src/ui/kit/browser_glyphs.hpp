#pragma once

struct ImFontLoader;
struct ImTextureData;

namespace weft::ui {

/// Draws characters with the browser's 2D canvas and the reader's fonts, so that no font is shipped inside
/// the program and every script can be shown. Icons are characters of the private use area; see icons.hpp.
const ImFontLoader* browser_glyphs();

/// Makes the canvas that the contents of a texture are drawn to, with what Dear ImGui has put there itself.
/// False if there is one.
bool open_sheet(ImTextureData& texture);

}  // namespace weft::ui
