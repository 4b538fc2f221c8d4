#pragma once

struct ImFontLoader;

namespace weft::ui {

/// Draws characters with the browser's 2D canvas and the reader's fonts, so that no font is shipped inside
/// the program and every script can be shown. Icons are characters of the private use area; see icons.hpp.
const ImFontLoader* browser_glyphs();

}  // namespace weft::ui
