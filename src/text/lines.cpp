#include "text/lines.hpp"

#include <span>
#include <system_error>
#include <utility>

#include "fiber/scheduler.hpp"
#include "text/line_reader.hpp"
#include "vfs/chunk_reader.hpp"

namespace weft::text {
namespace {

using Chunk = vfs::Result<std::span<const std::byte>>;

vfs::Error cancelled(const vfs::File& file) {
  return {.code = std::errc::operation_canceled, .verb = vfs::Verb::read, .path = file.path(), .detail = {}};
}

/// The chunks of a file, read on a fiber of their own.
class FiberChunks {
 public:
  FiberChunks(vfs::File& file, std::size_t chunk_bytes)
      : file_(file), generator_("lines of " + file.path(), [&file, chunk_bytes](Generator::Yield& yield) {
          vfs::ChunkReader chunks(file, chunk_bytes);
          while (yield(chunks.next())) {
          }
        }) {}

  Chunk next() {
    const Chunk* chunk = generator_.next();
    // The body goes on for as long as it may, so the generator has ended it.
    return chunk != nullptr ? *chunk : std::unexpected(cancelled(file_));
  }

  void close() { generator_.close(); }
  fiber::Progress progress() const { return generator_.progress(); }
  fiber::FiberId fiber() const { return generator_.fiber(); }

 private:
  using Generator = fiber::Generator<Chunk>;

  vfs::File& file_;
  Generator generator_;
};

}  // namespace

struct Lines::State {
  State(std::optional<vfs::File> given, vfs::File* borrowed, LinesOptions options)
      : owned(std::move(given)),
        file(owned ? *owned : *borrowed),
        chunks(file, options.chunk_bytes),
        reader(chunks) {}

  Line* end(std::optional<vfs::Error> reason);

  std::optional<vfs::File> owned;
  vfs::File& file;
  FiberChunks chunks;
  LineReader<FiberChunks> reader;
  Line line = {};
  std::optional<vfs::Error> error;
  bool has_ended = false;
};

Line* Lines::State::end(std::optional<vfs::Error> reason) {
  if (std::exchange(has_ended, true)) return nullptr;
  error = std::move(reason);
  chunks.close();
  if (owned) owned->close();
  return nullptr;
}

Lines::Lines(vfs::File& file, LinesOptions options)
    : state_(std::make_unique<State>(std::nullopt, &file, options)) {}
Lines::Lines(vfs::File&& file, LinesOptions options)
    : state_(std::make_unique<State>(std::move(file), nullptr, options)) {}
Lines::Lines(Lines&&) noexcept = default;
Lines::~Lines() = default;

Line* Lines::next() {
  State& state = *state_;
  if (state.has_ended) return nullptr;
  if (fiber::Scheduler::get().is_cancelled()) return state.end(cancelled(state.file));
  vfs::Result<std::optional<Line>> line = state.reader.next();
  if (!line) return state.end(std::move(line.error()));
  if (!*line) return state.end(std::nullopt);
  state.line = **line;
  return &state.line;
}

void Lines::close() { state_->end(std::nullopt); }

const std::optional<vfs::Error>& Lines::error() const { return state_->error; }
std::uint64_t Lines::position() const { return state_->line.number; }
fiber::Progress Lines::progress() const { return state_->chunks.progress(); }
fiber::FiberId Lines::fiber() const { return state_->chunks.fiber(); }

}  // namespace weft::text
