#pragma once

#include "fiber/state.hpp"
#include "imgui.h"
#include "ui/kit/fonts.hpp"

namespace weft::ui {

/// Colours by what they are for. Text on its ground keeps a contrast of 4.5 at least, marks of 3.
struct Palette {
  ImU32 page, panel, sunken, hover, border;
  ImU32 text, muted, faint;
  ImU32 accent, accent_hover, on_accent, accent_soft;
  ImU32 good, bad, bad_soft, warning;
  /// What a fiber's time went to; told apart without colour too, see `weight_of`.
  ImU32 computing, blocking, elsewhere, reading, ready, queued, sleeping, other;
};

const Palette& colors();
bool is_dark();

/// Takes effect with the next `apply_theme`.
void choose_theme(bool dark);

/// At the start of a frame, before any window: sizes and colours for `scale` device pixels per CSS pixel.
void apply_theme(float scale);

/// CSS pixels to device pixels, in whole ones.
float px(float css_pixels);

/// A colour with a part of its opacity.
ImU32 fade(ImU32 color, float opacity);

ImU32 color_of(fiber::State state);

/// How much of a lane's height a state fills: work is thick, waiting is thin.
float weight_of(fiber::State state);

/// Line heights in CSS pixels; the letters are 14/17 of them.
namespace size {
inline constexpr float caption = 14, small = 15.5F, body = 17, heading = 18, title = 24, figure = 28;
}

/// The font while it lives.
class WithFont {
 public:
  explicit WithFont(Face face, float size = size::body) { ImGui::PushFont(font_of(face), size); }
  ~WithFont() { ImGui::PopFont(); }
  WithFont(const WithFont&) = delete;
  WithFont& operator=(const WithFont&) = delete;
};

}  // namespace weft::ui
