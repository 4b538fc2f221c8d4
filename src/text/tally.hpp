#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "text/counts.hpp"
#include "text/utf8_check.hpp"

namespace weft::text {

/// Where counting stands between two pieces of one text.
struct Tally {
  std::uint64_t bytes = 0;
  std::uint64_t newlines = 0;
  std::uint64_t words = 0;
  std::uint64_t continuations = 0;
  /// Of the lines that have ended.
  std::uint64_t longest_line = 0;
  /// Bytes since the last newline.
  std::uint64_t open_line = 0;
  /// The byte before the next piece. A text begins as if a line had just ended.
  std::uint8_t last = '\n';
  Utf8Check utf8 = {};

  Counts counts() const;
};

/// Counts one byte after the other: the definition that `add_by_blocks` must agree with.
void add_by_bytes(Tally& tally, std::span<const std::byte> piece);

/// Counts 64 bytes at a time with SIMD; what is left at the end goes to `add_by_bytes`.
void add_by_blocks(Tally& tally, std::span<const std::byte> piece);

}  // namespace weft::text
