#include "reading/count_file.hpp"

#include <span>
#include <utility>

#include "reading/text_error.hpp"
#include "text/text_counter.hpp"
#include "vfs/chunk_reader.hpp"

namespace weft::reading {
namespace {

// Counts what has been fed.
vfs::Result<void> count_pieces(text::TextCounter& text, const vfs::File& file, const CountOptions& options) {
  while (true) {
    const std::span<const std::byte> piece = text.next();
    if (piece.empty()) return {};
    if (options.csv != nullptr) options.csv->add(piece);
    for (int pass = 1; pass < options.passes; ++pass) {
      if (auto may_go_on = file.give_way(); !may_go_on) return may_go_on;
      text.count_again();
    }
    if (!text.is_gzip()) continue;
    if (options.on_progress) options.on_progress(text.counts());
    if (auto may_go_on = file.give_way(); !may_go_on) return may_go_on;
  }
}

}  // namespace

vfs::Result<text::FileCounts> count_file(vfs::File& file, const CountOptions& options) {
  vfs::ChunkReader chunks(file, options.chunk_bytes);
  text::TextCounter text(options.decode);
  while (true) {
    const vfs::Result<std::span<const std::byte>> chunk = chunks.next();
    if (!chunk) return std::unexpected(chunk.error());
    const bool is_at_end = chunk->empty();
    if (is_at_end) {
      text.finish();
    } else {
      text.feed(*chunk);
    }
    if (auto counted = count_pieces(text, file, options); !counted)
      return std::unexpected(std::move(counted.error()));
    if (is_at_end && text.trouble() == text::TextTrouble::none) break;
    if (options.on_progress) options.on_progress(text.counts());
    if (text.trouble() != text::TextTrouble::none)
      return std::unexpected(to_error(text.trouble(), file.path(), options.decode));
    if (auto may_go_on = file.give_way(); !may_go_on) return std::unexpected(std::move(may_go_on.error()));
  }
  if (options.csv != nullptr) options.csv->finish();
  return text.counts();
}

}  // namespace weft::reading
