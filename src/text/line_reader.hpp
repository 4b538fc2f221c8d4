#pragma once

#include <concepts>
#include <cstddef>
#include <optional>
#include <span>
#include <utility>

#include "text/line_splitter.hpp"
#include "vfs/chunk_reader.hpp"
#include "vfs/error.hpp"

namespace weft::text {

/// What lines can be read from: chunks of any size but 0, then an empty one at the end. A chunk is valid
/// until the next call. `vfs::ChunkReader` is the one for files.
template <class T>
concept ChunkSource = requires(T& source) {
  { source.next() } -> std::same_as<vfs::Result<std::span<const std::byte>>>;
};

/// Reads a text line by line. It waits only where its source waits.
template <ChunkSource Source>
class LineReader {
 public:
  /// `source` must outlive the reader, and nobody else may take chunks from it.
  explicit LineReader(Source& source) : source_(source) {}

  /// The next line, nothing at the end, or the error of the source. The line's text can be read until the
  /// next call.
  vfs::Result<std::optional<Line>> next() {
    while (true) {
      if (std::optional<Line> line = splitter_.next()) return line;
      if (is_at_end_) return std::nullopt;
      vfs::Result<std::span<const std::byte>> chunk = source_.next();
      if (!chunk) return std::unexpected(std::move(chunk.error()));
      is_at_end_ = chunk->empty();
      if (is_at_end_) {
        splitter_.finish();
      } else {
        splitter_.feed(*chunk);
      }
    }
  }

 private:
  Source& source_;
  LineSplitter splitter_;
  bool is_at_end_ = false;
};

}  // namespace weft::text
