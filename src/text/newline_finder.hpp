#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>

#include "text/newline_mask.hpp"

namespace weft::text {

/// Finds the newlines of a piece of text one by one, 64 bytes at a time, which is what makes short lines
/// cheap.
class NewlineFinder {
 public:
  NewlineFinder() = default;

  /// The text must outlive the search.
  NewlineFinder(const char* begin, const char* end) : next_block_(begin), end_(end) {}

  /// The next newline; null when there is none left.
  const char* next() {
    while (found_ == 0) {
      if (next_block_ == end_) return nullptr;
      load();
    }
    const char* newline = block_ + std::countr_zero(found_);
    found_ &= found_ - 1;
    return newline;
  }

 private:
  void load() {
    block_ = next_block_;
    const auto left = static_cast<std::size_t>(end_ - block_);
    next_block_ = left < block_bytes ? end_ : block_ + block_bytes;
    if (left >= block_bytes) {
      found_ = newline_mask(block_);
    } else {
      for (std::size_t i = 0; i < left; ++i) found_ |= std::uint64_t{block_[i] == '\n'} << i;
    }
  }

  const char* block_ = nullptr;
  const char* next_block_ = nullptr;
  const char* end_ = nullptr;
  std::uint64_t found_ = 0;
};

}  // namespace weft::text
