#include "text/lines.hpp"

#include <system_error>
#include <utility>

#include "text/line_reader.hpp"
#include "vfs/chunk_reader.hpp"

namespace weft::text {

struct Lines::State {
  using Yield = fiber::Generator<Line>::Yield;

  State(vfs::File& borrowed, LinesOptions options) : file(&borrowed), options(options) {}
  State(vfs::File&& given, LinesOptions options) : owned(std::move(given)), file(&*owned), options(options) {}

  void yield_lines(Yield& yield);
  void end(std::optional<vfs::Error> reason);

  std::optional<vfs::File> owned;
  vfs::File* file;
  LinesOptions options;
  std::uint64_t position = 0;
  std::optional<vfs::Error> error;
  bool has_ended = false;
};

void Lines::State::yield_lines(Yield& yield) {
  vfs::ChunkReader chunks(*file, options.chunk_bytes);
  LineReader reader(chunks);
  while (true) {
    vfs::Result<std::optional<Line>> line = reader.next();
    if (!line) return end(std::move(line.error()));
    if (!*line) return end(std::nullopt);
    position = (*line)->number;
    if (!yield(**line)) return;
  }
}

void Lines::State::end(std::optional<vfs::Error> reason) {
  if (std::exchange(has_ended, true)) return;
  error = std::move(reason);
  if (owned) owned->close();
}

Lines::Lines(std::unique_ptr<State> state)
    : state_(std::move(state)),
      generator_("lines of " + state_->file->path(),
                 [state = state_.get()](State::Yield& yield) { state->yield_lines(yield); }) {}

Lines::Lines(vfs::File& file, LinesOptions options) : Lines(std::make_unique<State>(file, options)) {}
Lines::Lines(vfs::File&& file, LinesOptions options)
    : Lines(std::make_unique<State>(std::move(file), options)) {}
Lines::~Lines() = default;

Line* Lines::next() {
  Line* line = generator_.next();
  // The body has not come to an end of its own: the generator ended it because the caller is cancelled.
  if (line == nullptr) {
    state_->end(vfs::Error{.code = std::errc::operation_canceled,
                           .verb = vfs::Verb::read,
                           .path = state_->file->path(),
                           .detail = {}});
  }
  return line;
}

void Lines::close() {
  generator_.close();
  state_->end(std::nullopt);
}

const std::optional<vfs::Error>& Lines::error() const { return state_->error; }

std::uint64_t Lines::position() const { return state_->position; }

}  // namespace weft::text
