#pragma once

#include <array>
#include <cstddef>
#include <span>

#include "text/counts.hpp"

namespace weft::text {

/// Figures as they travel from a worker through JavaScript, which does not look at them.
inline constexpr std::size_t packed_size = 5;
using PackedCounts = std::array<double, packed_size>;

inline PackedCounts pack(const Counts& counts) {
  return {static_cast<double>(counts.bytes), static_cast<double>(counts.lines),
          static_cast<double>(counts.words), static_cast<double>(counts.chars),
          static_cast<double>(counts.longest_line)};
}

inline Counts unpack(std::span<const double, packed_size> packed) {
  const auto whole = [packed](std::size_t index) { return static_cast<std::uint64_t>(packed[index]); };
  return {
      .bytes = whole(0), .lines = whole(1), .words = whole(2), .chars = whole(3), .longest_line = whole(4)};
}

}  // namespace weft::text
