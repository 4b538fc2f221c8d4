#pragma once

#include <cstdint>

#include "text/counts.hpp"
#include "text/encoding.hpp"

namespace weft::text {

/// The way a text is in its file.
struct TextForm {
  Encoding encoding = Encoding::utf8;
  /// Compressed: all figures are those of what the file holds.
  bool is_gzip = false;
  /// Then so many bytes of the file have been unpacked.
  std::uint64_t packed_bytes = 0;

  friend bool operator==(const TextForm&, const TextForm&) = default;
};

/// What is counted in a file.
struct FileCounts : Counts {
  TextForm form = {};

  const Counts& figures() const { return *this; }
};

}  // namespace weft::text
