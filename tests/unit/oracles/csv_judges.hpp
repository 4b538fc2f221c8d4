#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace weft::test {

/// A CSV text for somebody else to read.
struct CsvQuestion {
  std::string text = {};
  char delimiter = ',';
  char quote = '"';
};

using CsvFields = std::vector<std::vector<std::string>>;

/// Stands for a quote that is text, to both judges.
inline constexpr char quote_as_text = '\x02';

/// What Python makes of a text.
struct CsvOfPython {
  /// But for empty lines.
  CsvFields rows = {};
  /// The text with each quote made text that opened a field and is never closed, or has text behind the one
  /// that closes it; and its rows.
  std::string mended = {};
  CsvFields mended_rows = {};
};

/// What Python's `csv.reader` makes of each text. Blocks; only under Node.
std::vector<CsvOfPython> ask_python_csv(std::span<const CsvQuestion> questions);

/// The rows, but for empty lines, that DuckDB's `read_csv` makes of each text, told all and taking what it is
/// given (`strict_mode = false`, short rows padded). Nothing if it finds none, or a row with more fields than
/// the longest of Python's. Blocks; only under Node.
std::vector<std::optional<CsvFields>> ask_duckdb_csv(std::span<const CsvQuestion> questions,
                                                     std::span<const CsvFields> python);

/// How somebody else takes a text to be written.
struct CsvSniffed {
  char delimiter = ',';
  /// 0 if there is none.
  char quote = 0;
  std::uint64_t lines_above = 0;
  bool has_header = false;
};

/// What the sniffers say of each text, told nothing. Nothing where they have no idea. Block; only under Node.
std::vector<std::optional<CsvSniffed>> ask_python_sniffer(std::span<const std::string> texts);
std::vector<std::optional<CsvSniffed>> ask_duckdb_sniffer(std::span<const std::string> texts);

}  // namespace weft::test
