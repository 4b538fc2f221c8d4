#pragma once

#include <cstdint>

namespace weft::text {

/// What is counted in a text, byte for byte and for any encoding; but a text in UTF-16 is counted as if it
/// had been saved as UTF-8.
struct Counts {
  /// Of the text as it was saved.
  std::uint64_t bytes = 0;
  /// Runs of bytes that end in '\n'; what follows the last one counts too, if it is not empty.
  std::uint64_t lines = 0;
  /// Runs of bytes other than space, \t, \n, \v, \f and \r.
  std::uint64_t words = 0;
  /// UTF-8 code points: bytes that do not continue a character. Malformed text is counted the same way.
  std::uint64_t chars = 0;
  /// Bytes of the longest line, without its '\n' and one '\r' before that. A '\r' at the very end of the text
  /// is part of its line.
  std::uint64_t longest_line = 0;

  friend bool operator==(const Counts&, const Counts&) = default;
};

}  // namespace weft::text
