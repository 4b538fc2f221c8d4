#pragma once

#include <string_view>

namespace weft::text {

/// Whether valid UTF-8 has to be drawn as a whole, by something that shapes text: its letters join, stack or
/// run from right to left, or its characters have colours, or there are too many of its kind to keep each.
/// False for Latin, Greek, Cyrillic and Armenian, and for the signs between U+2010 and U+22FF: they look the
/// same beside any neighbour. True for U+E000 to U+F8FF, which are icons in the page's own font alone.
bool needs_shaping(std::string_view utf8);

/// The beginning of valid UTF-8, of at most `most` bytes; no character is cut in two.
std::string_view prefix_of(std::string_view utf8, std::size_t most);

}  // namespace weft::text
