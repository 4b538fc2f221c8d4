#include "text/count_file.hpp"

#include <span>
#include <system_error>
#include <utility>

#include "fiber/scheduler.hpp"
#include "text/counter.hpp"
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

}  // namespace

vfs::Result<Counts> count_file(vfs::File& file, const CountOptions& options) {
  vfs::ChunkReader chunks(file, options.chunk_bytes);
  Counter counter;
  while (true) {
    const vfs::Result<std::span<const std::byte>> chunk = chunks.next();
    if (!chunk) return std::unexpected(chunk.error());
    if (chunk->empty()) break;
    if (options.csv != nullptr) options.csv->add(*chunk);
    const Counter before = counter;
    counter.add(*chunk);
    for (int pass = 1; pass < options.passes; ++pass) {
      if (!give_way(file)) return cancelled(file);
      counter = before;
      counter.add(*chunk);
    }
    if (options.on_progress) options.on_progress(counter.finish());
    if (!give_way(file)) return cancelled(file);
  }
  if (options.csv != nullptr) options.csv->finish();
  return counter.finish();
}

}  // namespace weft::text
