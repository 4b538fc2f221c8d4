#pragma once

#include <cstdint>
#include <string_view>

namespace weft::text {

/// One line of a file.
struct Line {
  /// From 1.
  std::uint64_t number;
  /// Bytes from the beginning of the file to the first byte of the line.
  std::uint64_t offset;
  /// The bytes as they are in the file, without the '\n' and one '\r' before it. Whoever hands out a line
  /// says how long they can be read.
  std::string_view text;
};

}  // namespace weft::text
