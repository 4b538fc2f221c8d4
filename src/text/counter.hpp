#pragma once

#include <cstddef>
#include <span>

#include "text/counts.hpp"
#include "text/tally.hpp"

namespace weft::text {

/// Counts a text that comes in pieces of any size; where it is cut makes no difference.
class Counter {
 public:
  void add(std::span<const std::byte> piece) { add_by_blocks(tally_, piece); }

  /// The figures of what has been added so far, as if the text ended here.
  Counts finish() const { return tally_.counts(); }
  bool is_utf8() const { return tally_.utf8.is_valid(); }

 private:
  Tally tally_;
};

}  // namespace weft::text
