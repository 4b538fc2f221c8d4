#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <utility>

#include "reading/chunk_source.hpp"
#include "vfs/error.hpp"

namespace weft::reading {

/// Reads a text piece by piece, as its splitter cuts it, whatever way it is in its file (text_decoder.hpp).
/// It waits only where its source waits or gives way.
template <ChunkSource Source, class Splitter>
class SplittingReader {
 public:
  using Item = Splitter::Item;

  /// `source` must outlive the reader, and nobody else may take chunks from it.
  explicit SplittingReader(Source& source, Splitter splitter = {}, text::DecodeOptions options = {})
      : text_(source, options), splitter_(std::move(splitter)) {}

  /// The next item of what has been read already, nothing if more has to be read.
  std::optional<Item> ready() { return splitter_.next(); }

  /// Reads on. False at the end, or the error of the source, or of a text that cannot be decoded.
  vfs::Result<bool> feed() {
    if (is_at_end_) return false;
    vfs::Result<std::span<const std::byte>> piece = text_.next();
    if (!piece) return std::unexpected(std::move(piece.error()));
    is_at_end_ = piece->empty();
    if (is_at_end_) {
      splitter_.finish();
    } else {
      if constexpr (requires { splitter_.set_form(text_.recognised()); })
        splitter_.set_form(text_.recognised());
      splitter_.feed(*piece);
    }
    return true;
  }

  /// The next item, nothing at the end, or the error of the source. The item can be read until the next call.
  vfs::Result<std::optional<Item>> next() {
    while (true) {
      if (std::optional<Item> item = ready()) return item;
      vfs::Result<bool> more = feed();
      if (!more) return std::unexpected(std::move(more.error()));
      if (!*more) return std::nullopt;
    }
  }

 protected:
  const Splitter& splitter() const { return splitter_; }

 private:
  DecodedChunks<Source> text_;
  Splitter splitter_;
  bool is_at_end_ = false;
};

}  // namespace weft::reading
