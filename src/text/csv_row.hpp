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
  /// A quoted field goes on after its closing quote: `"a"b`. The quote and what follows are taken as text.
  stray_quote,
  /// A quoted field is never closed: it takes all that is left of the file.
  open_quote,
  /// The row is longer than a reader keeps; what is kept is its beginning.
  too_long,
};

/// "2 fields instead of 3" and the like stays with whoever knows the figures; this is the general reason.
std::string_view to_words(CsvTrouble trouble);

/// One row of a CSV file.
struct CsvRow {
  /// The line of the file on which the row begins, from 1. Newlines within quotes count as lines too.
  std::uint64_t line = 0;
  /// Without quotes, doubled quotes undone, byte for byte as in the file otherwise. Whoever hands out a row
  /// says how long its fields can be read.
  std::span<const std::string_view> fields = {};
  CsvTrouble trouble = CsvTrouble::none;
};

}  // namespace weft::text
