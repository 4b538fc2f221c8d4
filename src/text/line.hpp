#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace weft::text {

/// Of a longer line no more than its beginning is handed out.
inline constexpr std::size_t most_line_bytes = 4 * 1024 * 1024;

/// One line of a file.
struct Line {
  /// From 1.
  std::uint64_t number;
  /// Bytes from the beginning of the file to the first byte of the line; in a compressed file from the
  /// beginning of what it holds.
  std::uint64_t offset;
  /// Bytes of the whole line in UTF-8, without the '\n' and one '\r' before it.
  std::uint64_t length;
  /// Those bytes as they are in the file, or in UTF-8 where that is in UTF-16; of a line of more than
  /// `most_line_bytes` the beginning, up to the last whole character. Whoever hands out a line says how long
  /// they can be read.
  std::string_view text;
};

}  // namespace weft::text
