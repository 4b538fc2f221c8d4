#include "text/count_file.hpp"

#include <span>
#include <system_error>
#include <utility>

#include "fiber/scheduler.hpp"
#include "text/text_counter.hpp"
#include "text/text_error.hpp"
#include "vfs/chunk_reader.hpp"

namespace weft::text {
namespace {

// Lets others run, unless the file blocks. False if the fiber has to end.
bool give_way(const vfs::File& file) {
  fiber::Scheduler& scheduler = fiber::Scheduler::get();
  if (file.wait_mode() == vfs::Wait::suspend) scheduler.yield_now();
  return !scheduler.is_cancelled();
}

std::unexpected<vfs::Error> cancelled(const vfs::File& file) {
  return std::unexpected(vfs::Error{
      .code = std::errc::operation_canceled, .verb = vfs::Verb::read, .path = file.path(), .detail = {}});
}

// Counts what has been fed. False if the fiber has to end.
bool count_pieces(TextCounter& text, const vfs::File& file, const CountOptions& options) {
  while (true) {
    const std::span<const std::byte> piece = text.next();
    if (piece.empty()) return true;
    if (options.csv != nullptr) options.csv->add(piece);
    for (int pass = 1; pass < options.passes; ++pass) {
      if (!give_way(file)) return false;
      text.count_again();
    }
    if (!text.is_gzip()) continue;
    if (options.on_progress) options.on_progress(text.counts());
    if (!give_way(file)) return false;
  }
}

}  // namespace

vfs::Result<FileCounts> count_file(vfs::File& file, const CountOptions& options) {
  vfs::ChunkReader chunks(file, options.chunk_bytes);
  TextCounter text(options.decode);
  while (true) {
    const vfs::Result<std::span<const std::byte>> chunk = chunks.next();
    if (!chunk) return std::unexpected(chunk.error());
    const bool is_at_end = chunk->empty();
    if (is_at_end) {
      text.finish();
    } else {
      text.feed(*chunk);
    }
    if (!count_pieces(text, file, options)) return cancelled(file);
    if (text.trouble() != TextTrouble::none)
      return std::unexpected(to_error(text.trouble(), file.path(), options.decode));
    if (is_at_end) break;
    if (options.on_progress) options.on_progress(text.counts());
    if (!give_way(file)) return cancelled(file);
  }
  if (options.csv != nullptr) options.csv->finish();
  return text.counts();
}

}  // namespace weft::text
