#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace weft::text {

/// The bytes as valid UTF-8: U+FFFD stands for each maximal part of a sequence that is not valid, as
/// browsers' TextDecoder and Python's `decode('utf-8', 'replace')` have it. Valid text comes out unchanged, a
/// byte order mark included.
std::string to_display(std::string_view bytes);

/// The beginning only: no more characters than fit into the first `max_bytes` of the input, and "…" if that
/// is not all. The result is never longer than 3 * (max_bytes + 1).
std::string to_display(std::string_view bytes, std::size_t max_bytes);

/// Whether the bytes are valid UTF-8, but that the last character may not be whole yet.
bool begins_valid(std::string_view bytes);

/// Without the beginning of a character that is not whole at the end of the bytes.
std::string_view whole_characters(std::string_view bytes);

/// Valid UTF-8 made fit for one line of a display. Control characters other than the tab are written with a
/// caret, as `cat -v` does: ^@ for NUL, ^M for \r, ^? for DEL; U+0080 to U+009F, and the line and paragraph
/// separators U+2028 and U+2029, become U+FFFD.
std::string show_controls(std::string_view utf8);

}  // namespace weft::text
