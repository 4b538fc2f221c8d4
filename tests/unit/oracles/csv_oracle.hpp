#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "text/csv_counts.hpp"
#include "text/csv_dialect.hpp"
#include "text/csv_row.hpp"

namespace weft::test {

/// A row as a test compares it, whoever has parsed it.
struct PlainRow {
  std::uint64_t line = 0;
  std::vector<std::string> fields = {};
  bool is_bad = false;

  friend bool operator==(const PlainRow&, const PlainRow&) = default;
  friend void PrintTo(const PlainRow& row, std::ostream* out);
};

struct CsvAnswer {
  char delimiter = ',';
  /// A field begins with blanks and a quote. To Papa Parse that quote is text; to us it opens the field where
  /// this keeps a delimiter in it, as DuckDB has it. So the text has no common reading.
  bool has_indented_quotes = false;
  std::vector<PlainRow> rows;

  /// What a counter must say.
  text::CsvCounts counts() const;
};

/// A text that somebody has made for tests of CSV parsers, and its rows.
struct CsvCase {
  std::string name = {};
  /// Why it cannot be asked of this parser; else empty.
  std::string reason_to_skip = {};
  std::string input = {};
  text::CsvDialect dialect = {};
  std::vector<PlainRow> rows = {};
};

/// What Papa Parse makes of a text; it guesses delimiter and newline unless they are given. A quote that
/// should not have opened its field is text. The answer's delimiter is the one that is guessed. Only under
/// Node.
CsvAnswer ask_papa(std::string_view text);
CsvAnswer ask_papa(std::string_view text, char delimiter, const std::string& newline = "");

/// The files of the npm package `csv-spectrum`, with the rows of its JSON; their lines are 0.
std::vector<CsvCase> csv_spectrum();

/// The cases that Papa Parse's package brings, with the rows that Papa Parse itself makes of them.
std::vector<CsvCase> papa_cases();

}  // namespace weft::test
