#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "text/csv_dialect.hpp"
#include "text/csv_row.hpp"

namespace weft::text {

/// Bad rows of one kind: with the same trouble, or with the same number of fields if their quotes are right.
struct CsvOddity {
  CsvTrouble trouble = CsvTrouble::none;
  std::uint64_t fields = 0;
  std::uint64_t rows = 0;
  /// Where the first of them begins.
  std::uint64_t line = 0;

  friend bool operator==(const CsvOddity&, const CsvOddity&) = default;
};

/// What is counted in a CSV text.
struct CsvCounts {
  /// How many lines `bad_lines` keeps.
  static constexpr std::size_t most_bad_lines = 20;

  /// Rows below the header, which is the first one of the table, or all rows if it has none. Empty rows do
  /// not count.
  std::uint64_t rows = 0;
  /// Fields of the first row; 0 if there is no row at all.
  std::uint64_t columns = 0;
  /// Fields of all rows, the header's included.
  std::uint64_t fields = 0;
  /// Rows with more or fewer fields than the first row, or with a quote that does not belong or is missing.
  /// The header counts if its quotes are bad.
  std::uint64_t bad_rows = 0;
  /// Where the first bad rows begin: lines of the file, from 1.
  std::vector<std::uint64_t> bad_lines = {};
  /// The first kinds of bad rows.
  static constexpr std::size_t most_oddities = 8;
  std::vector<CsvOddity> oddities = {};
  /// The rows from some line to the end, if all have the same other number of fields, two at least, and they
  /// and those above are too many for an accident. It is one of the oddities, or part of one.
  std::optional<CsvOddity> second_table = {};
  /// How the text was read.
  CsvLayout layout = {};

  friend bool operator==(const CsvCounts&, const CsvCounts&) = default;
};

}  // namespace weft::text
