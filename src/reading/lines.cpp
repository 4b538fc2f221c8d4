#include "reading/lines.hpp"

#include "reading/file_sequence.hpp"
#include "reading/line_reader.hpp"

namespace weft::reading {

struct Lines::State : FileSequence<LineReader> {
  using FileSequence::FileSequence;
};

Lines::Lines(vfs::File& file, LinesOptions options)
    : state_(std::make_unique<State>("lines", file, options.chunk_bytes, options.decode)) {}
Lines::Lines(vfs::File&& file, LinesOptions options)
    : state_(std::make_unique<State>("lines", std::move(file), options.chunk_bytes, options.decode)) {}
Lines::Lines(Lines&&) noexcept = default;
Lines::~Lines() = default;

text::Line* Lines::next() { return state_->next(); }
void Lines::close() { state_->end(std::nullopt); }

const std::optional<vfs::Error>& Lines::error() const { return state_->error(); }
std::uint64_t Lines::position() const { return state_->last().number; }
fiber::Progress Lines::progress() const { return state_->chunks().progress(); }
fiber::FiberId Lines::fiber() const { return state_->chunks().fiber(); }

}  // namespace weft::reading
