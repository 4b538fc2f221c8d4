#pragma once

#include <cstddef>
#include <limits>
#include <string_view>

#include "imgui.h"

namespace weft::ui {

/// Text for which `text::needs_shaping` holds, in the present font. The browser shapes it as a whole,
/// measures it and draws its picture once; pictures are kept as long as there is room for them, see
/// picture_sheets.hpp.
///
/// What is measured or drawn here is one line: no more than its first 1 KiB, and an ellipsis for the rest.
/// Control characters are written as `text::show_controls` has them.
namespace shaped {

inline constexpr float any_room = std::numeric_limits<float>::infinity();

/// A sentence of the page, which may contain names in other scripts, runs from left to right. The direction
/// of any other text is that of its first letter.
enum class Flow { of_first_letter, from_left_to_right, from_right_to_left };

/// In device pixels, as the browser measures it.
float width_of(std::string_view words);

/// With `at` as the left upper corner of the line; cut off with an ellipsis where it is longer than `room`.
void draw(ImVec2 at, float room, std::string_view words, ImU32 color, Flow flow);

/// As many lines as it takes, each no longer than `room`; those that run from right to left end where the
/// longest one does. Both return how large they are together.
ImVec2 draw_lines(ImVec2 at, float room, std::string_view words, ImU32 color, Flow flow);
ImVec2 size_of_lines(float room, std::string_view words, Flow flow);

}  // namespace shaped

}  // namespace weft::ui
