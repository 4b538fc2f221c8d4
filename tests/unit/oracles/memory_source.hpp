#pragma once

#include <algorithm>
#include <cstddef>
#include <expected>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "oracles/texts.hpp"
#include "vfs/error.hpp"

namespace weft::test {

/// Chunks of a text in memory. Each chunk is a buffer of its own that is gone after the next call, so that a
/// sanitiser, or the pattern it is overwritten with, gives away who reads it too late.
class MemorySource {
 public:
  /// `chunk_size()` says how large the next chunk is, from 1.
  MemorySource(std::string_view text, std::function<std::size_t()> chunk_size)
      : rest_(text), chunk_size_(std::move(chunk_size)) {}
  MemorySource(std::string_view text, std::size_t chunk_bytes)
      : MemorySource(text, [chunk_bytes] { return chunk_bytes; }) {}

  /// Makes the call after the last chunk fail.
  void fail_at_end(vfs::Error error) { failure_ = std::move(error); }

  vfs::Result<std::span<const std::byte>> next() {
    std::ranges::fill(chunk_, '\n');
    if (rest_.empty() && failure_) return std::unexpected(*failure_);
    chunk_ = rest_.substr(0, chunk_size_());
    rest_.remove_prefix(chunk_.size());
    return bytes_of(chunk_);
  }

  std::string path() const { return "/memory"; }
  vfs::Result<void> give_way() const { return {}; }

  /// True for text that lies in the present chunk.
  bool holds(std::string_view text) const {
    return text.data() >= chunk_.data() && text.data() + text.size() <= chunk_.data() + chunk_.size();
  }

 private:
  std::string_view rest_;
  std::function<std::size_t()> chunk_size_;
  std::string chunk_;
  std::optional<vfs::Error> failure_;
};

}  // namespace weft::test
