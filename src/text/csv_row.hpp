#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace weft::text {

/// What is wrong with a row.
enum class CsvTrouble : std::uint8_t {
  none,
  /// More or fewer fields than the first row has.
  field_count,
  /// A quoted field goes on after its closing quote: `"a"b`. Quotes that make no sense are taken for text.
  stray_quote,
  /// A quoted field is never closed. The quote that opened it is taken for text.
  open_quote,
  /// The row is longer than a reader keeps; what is kept is its beginning.
  too_long,
};

/// One row of a CSV file.
struct CsvRow {
  /// The line of the file on which the row begins, from 1. Newlines within quotes count as lines too.
  std::uint64_t line = 0;
  /// Without quotes, doubled quotes undone, byte for byte as in the file otherwise. Whoever hands out a row
  /// says how long its fields can be read.
  std::span<const std::string_view> fields = {};
  CsvTrouble trouble = CsvTrouble::none;
  /// How many fields it should have: as many as the first row.
  std::uint64_t columns = 0;
  /// It is the first row, and tells the names of the columns.
  bool is_header = false;
};

}  // namespace weft::text
