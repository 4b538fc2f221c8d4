#pragma once

#include <concepts>
#include <cstddef>
#include <span>
#include <string>

#include "text/text_decoder.hpp"
#include "text/text_error.hpp"
#include "vfs/error.hpp"

namespace weft::text {

/// What texts can be read from: the bytes of a file in chunks of any size but 0, then an empty one at the
/// end. A chunk is valid until the next call. `vfs::ChunkReader` is the one for files.
template <class T>
concept ChunkSource = requires(T& source) {
  { source.next() } -> std::same_as<vfs::Result<std::span<const std::byte>>>;
  { source.path() } -> std::convertible_to<std::string>;
};

/// The text of a source, decoded, in pieces: as a `ChunkSource` hands out bytes. It waits only where its
/// source waits.
template <ChunkSource Source>
class DecodedChunks {
 public:
  /// `source` must outlive this, and nobody else may take chunks from it.
  explicit DecodedChunks(Source& source, DecodeOptions options = {})
      : source_(source), options_(options), decoder_(options) {}

  /// The next piece of the text, valid until the next call; empty at the end.
  vfs::Result<std::span<const std::byte>> next() {
    while (true) {
      const std::span<const std::byte> piece = decoder_.next();
      if (decoder_.trouble() != TextTrouble::none && piece.empty())
        return std::unexpected(to_error(decoder_.trouble(), source_.path(), options_));
      if (!piece.empty() || is_at_end_) return piece;
      vfs::Result<std::span<const std::byte>> chunk = source_.next();
      if (!chunk) return chunk;
      is_at_end_ = chunk->empty();
      if (is_at_end_) {
        decoder_.finish();
      } else {
        decoder_.feed(*chunk);
      }
    }
  }

  /// How the text is encoded; known with its first piece.
  const Recognised& recognised() const { return decoder_.recognised(); }

 private:
  Source& source_;
  DecodeOptions options_;
  TextDecoder decoder_;
  bool is_at_end_ = false;
};

}  // namespace weft::text
