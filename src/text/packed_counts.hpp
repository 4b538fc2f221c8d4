#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "text/text_decoder.hpp"
#include "text/text_form.hpp"

namespace weft::text {

/// Figures as they travel from a worker through JavaScript, which does not look at them.
inline constexpr std::size_t packed_size = 9;
using PackedCounts = std::array<double, packed_size>;

struct UnpackedCounts {
  FileCounts counts;
  TextTrouble trouble;
};

inline PackedCounts pack(const FileCounts& counts, TextTrouble trouble) {
  return {static_cast<double>(counts.bytes),
          static_cast<double>(counts.lines),
          static_cast<double>(counts.words),
          static_cast<double>(counts.chars),
          static_cast<double>(counts.longest_line),
          static_cast<double>(counts.form.encoding),
          static_cast<double>(counts.form.is_gzip),
          static_cast<double>(counts.form.packed_bytes),
          static_cast<double>(trouble)};
}

inline UnpackedCounts unpack(std::span<const double, packed_size> packed) {
  const auto whole = [packed](std::size_t index) { return static_cast<std::uint64_t>(packed[index]); };
  return {.counts = {{.bytes = whole(0),
                      .lines = whole(1),
                      .words = whole(2),
                      .chars = whole(3),
                      .longest_line = whole(4)},
                     {.encoding = static_cast<Encoding>(whole(5)),
                      .is_gzip = whole(6) != 0,
                      .packed_bytes = whole(7)}},
          .trouble = static_cast<TextTrouble>(whole(8))};
}

}  // namespace weft::text
