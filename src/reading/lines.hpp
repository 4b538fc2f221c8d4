#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <utility>

#include "fiber/generator.hpp"
#include "reading/pull_iterator.hpp"
#include "text/line.hpp"
#include "text/text_decoder.hpp"
#include "vfs/error.hpp"
#include "vfs/file.hpp"

namespace weft::reading {

struct LinesOptions {
  /// Not 0. Two chunks are held at a time: one is cut into lines while the next is on its way.
  std::size_t chunk_bytes = vfs::default_chunk_bytes;
  text::DecodeOptions decode = {};
};

/// The lines of a file, which is read on a fiber of its own. `lines` makes one.
///
///     reading::Lines lines = reading::lines(*file);
///     for (const text::Line& line : lines) …
///     if (lines.error()) …
///
/// That fiber runs once for each chunk; the lines of a chunk are cut on the fiber that asks for them, so that
/// a short line costs no more than it has to. One fiber at a time may consume the lines. Destroyed half-way,
/// they end their fiber and abandon a read that is on its way; so they must be destroyed on a fiber, unless
/// they have not started or are finished.
class Lines {
 public:
  /// Borrows the file, which must outlive the lines.
  Lines(vfs::File& file, LinesOptions options);
  /// Owns the file and closes it as soon as the lines end.
  Lines(vfs::File&& file, LinesOptions options);
  Lines(Lines&&) noexcept;
  ~Lines();

  /// Suspends the calling fiber until the next line is there. The line and its text live until the next call.
  /// Null at the end, after a failed read, or when the calling fiber is cancelled; `error` tells which.
  text::Line* next();

  /// Ends the reading where it stands; `next` returns null from now on.
  void close();

  /// Why the lines ended early: the error of the read, or ECANCELED. Nothing if they did not, or were closed.
  const std::optional<vfs::Error>& error() const;

  /// What the fiber that reads is doing: suspended while there are lines of its last chunk to hand out.
  fiber::Progress progress() const;

  /// The number of the last line handed out; 0 before the first.
  std::uint64_t position() const;

  /// The fiber that reads.
  fiber::FiberId fiber() const;

  using Iterator = PullIterator<Lines, text::Line>;
  Iterator begin() { return Iterator(*this); }
  std::default_sentinel_t end() const { return {}; }

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Yields the lines of `file` from its beginning. Nothing is read before the first line is asked for.
inline Lines lines(vfs::File& file, LinesOptions options = {}) { return Lines(file, options); }
inline Lines lines(vfs::File&& file, LinesOptions options = {}) { return Lines(std::move(file), options); }

}  // namespace weft::reading
