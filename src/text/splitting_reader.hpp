#pragma once

#include <concepts>
#include <cstddef>
#include <optional>
#include <span>
#include <utility>

#include "vfs/error.hpp"

namespace weft::text {

/// What texts can be read from: chunks of any size but 0, then an empty one at the end. A chunk is valid
/// until the next call. `vfs::ChunkReader` is the one for files.
template <class T>
concept ChunkSource = requires(T& source) {
  { source.next() } -> std::same_as<vfs::Result<std::span<const std::byte>>>;
};

/// Reads a text piece by piece, as its splitter cuts it. It waits only where its source waits.
template <ChunkSource Source, class Splitter>
class SplittingReader {
 public:
  using Item = Splitter::Item;

  /// `source` must outlive the reader, and nobody else may take chunks from it.
  explicit SplittingReader(Source& source, Splitter splitter = {})
      : source_(source), splitter_(std::move(splitter)) {}

  /// The next item of what has been read already, nothing if more has to be read.
  std::optional<Item> ready() { return splitter_.next(); }

  /// Reads on. False at the end, or the error of the source.
  vfs::Result<bool> feed() {
    if (is_at_end_) return false;
    vfs::Result<std::span<const std::byte>> chunk = source_.next();
    if (!chunk) return std::unexpected(std::move(chunk.error()));
    is_at_end_ = chunk->empty();
    if (is_at_end_) {
      splitter_.finish();
    } else {
      splitter_.feed(*chunk);
    }
    return true;
  }

  // snippet parse-csv
  /// The next item, nothing at the end, or the error of the source. The item can be read until the next call.
  vfs::Result<std::optional<Item>> next() {
    while (true) {
      if (std::optional<Item> item = ready()) return item;
      vfs::Result<bool> more = feed();
      if (!more) return std::unexpected(std::move(more.error()));
      if (!*more) return std::nullopt;
    }
  }
  // end snippet

 protected:
  const Splitter& splitter() const { return splitter_; }

 private:
  Source& source_;
  Splitter splitter_;
  bool is_at_end_ = false;
};

}  // namespace weft::text
