#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <utility>

#include "fiber/generator.hpp"
#include "reading/pull_iterator.hpp"
#include "text/csv_row.hpp"
#include "text/text_decoder.hpp"
#include "vfs/error.hpp"
#include "vfs/file.hpp"

namespace weft::reading {

struct CsvRowsOptions {
  /// Not 0. Two chunks are held at a time: one is cut into rows while the next is on its way.
  std::size_t chunk_bytes = vfs::default_chunk_bytes;
  text::DecodeOptions decode = {};
};

/// The rows of a CSV file, the header first if it has one, which is read on a fiber of its own. `csv_rows`
/// makes one.
///
///     reading::CsvRows rows = reading::csv_rows(*file);
///     for (const text::CsvRow& row : rows) …
///     if (rows.error()) …
///
/// As with `Lines`, that fiber runs once for each chunk, one fiber at a time may consume the rows, and they
/// must be destroyed on a fiber, unless they have not started or are finished.
class CsvRows {
 public:
  /// Borrows the file, which must outlive the rows.
  CsvRows(vfs::File& file, CsvRowsOptions options);
  /// Owns the file and closes it as soon as the rows end.
  CsvRows(vfs::File&& file, CsvRowsOptions options);
  CsvRows(CsvRows&&) noexcept;
  ~CsvRows();

  /// Suspends the calling fiber until the next row is there. The row and its fields live until the next call.
  /// Null at the end, after a failed read, or when the calling fiber is cancelled; `error` tells which.
  text::CsvRow* next();

  /// Ends the reading where it stands; `next` returns null from now on.
  void close();

  /// Why the rows ended early: the error of the read, or ECANCELED. Nothing if they did not, or were closed.
  const std::optional<vfs::Error>& error() const;

  /// What the fiber that reads is doing: suspended while there are rows of its last chunk to hand out.
  fiber::Progress progress() const;

  /// The line on which the last row handed out begins; 0 before the first.
  std::uint64_t position() const;

  /// The fiber that reads.
  fiber::FiberId fiber() const;

  using Iterator = PullIterator<CsvRows, text::CsvRow>;

  Iterator begin() { return Iterator(*this); }
  std::default_sentinel_t end() const { return {}; }

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Yields the rows of `file` from its beginning. Nothing is read before the first row is asked for.
inline CsvRows csv_rows(vfs::File& file, CsvRowsOptions options = {}) { return CsvRows(file, options); }
inline CsvRows csv_rows(vfs::File&& file, CsvRowsOptions options = {}) {
  return CsvRows(std::move(file), options);
}

}  // namespace weft::reading
