#pragma once

#include <concepts>
#include <cstddef>
#include <span>
#include <string>

#include "reading/text_error.hpp"
#include "text/text_decoder.hpp"
#include "vfs/error.hpp"

namespace weft::reading {

/// What texts can be read from: the bytes of a file in chunks of any size but 0, then an empty one at the
/// end. A chunk is valid until the next call. `give_way` is called in the middle of long work on a chunk: it
/// fails where that is not to go on. `vfs::ChunkReader` is the one for files.
template <class T>
concept ChunkSource = requires(T& source) {
  { source.next() } -> std::same_as<vfs::Result<std::span<const std::byte>>>;
  { source.path() } -> std::convertible_to<std::string>;
  { source.give_way() } -> std::same_as<vfs::Result<void>>;
};

/// The text of a source, decoded, in pieces: as a `ChunkSource` hands out bytes. It waits only where its
/// source waits or gives way.
template <ChunkSource Source>
class DecodedChunks {
 public:
  /// `source` must outlive this, and nobody else may take chunks from it.
  explicit DecodedChunks(Source& source, text::DecodeOptions options = {})
      : source_(source), options_(options), decoder_(options) {}

  /// The next piece of the text, valid until the next call; empty at the end.
  vfs::Result<std::span<const std::byte>> next() {
    // A small chunk may hold a very long text.
    if (decoder_.is_gzip())
      if (auto may_go_on = source_.give_way(); !may_go_on)
        return std::unexpected(std::move(may_go_on.error()));
    while (true) {
      const std::span<const std::byte> piece = decoder_.next();
      if (decoder_.trouble() != text::TextTrouble::none && piece.empty())
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
  const text::Recognised& recognised() const { return decoder_.recognised(); }

 private:
  Source& source_;
  text::DecodeOptions options_;
  text::TextDecoder decoder_;
  bool is_at_end_ = false;
};

}  // namespace weft::reading
