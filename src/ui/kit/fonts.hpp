#pragma once

#include <string>

struct ImFont;

namespace weft::ui {

/// The faces of the page. Any character can be drawn in each of them: what the face lacks comes from the
/// fonts of the reader's system.
enum class Face { text, strong, mono };
inline constexpr int face_count = 3;

/// What the browser's 2D canvas needs to know of a face.
struct FaceStyle {
  const char* weight;
  const char* families;
  /// All digits are as wide as the widest one, so that columns of figures line up.
  bool tabular_digits;
};

const FaceStyle& style_of(Face face);

/// The face as the browser's 2D canvas wants it, for a line of that height in device pixels.
std::string css_font(Face face, float line_height);
/// From the top of such a line to the foot of its letters.
float baseline_of(float line_height);

/// Adds the faces to Dear ImGui's atlas. Called once, after the context was made.
void add_fonts();

ImFont* font_of(Face face);

/// Of a font that was added here.
Face face_of(const ImFont& font);

}  // namespace weft::ui
