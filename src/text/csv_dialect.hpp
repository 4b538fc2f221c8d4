#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace weft::text {

/// How the fields and rows of a CSV text are told apart.
struct CsvDialect {
  enum class LineEnd : std::uint8_t {
    /// '\n', with or without a '\r' before it. A '\r' elsewhere is data.
    line_feed,
    /// '\r', as old Macs wrote it; '\n' and "\r\n" end a row too.
    carriage_return,
  };

  char delimiter = ',';
  LineEnd line_end = LineEnd::line_feed;

  friend bool operator==(const CsvDialect&, const CsvDialect&) = default;
};

/// What a guess looks at, from the beginning of a text.
inline constexpr std::size_t csv_guess_bytes = 64 * 1024;

/// The number of bytes of a UTF-8 byte order mark at the beginning: 3 or 0.
std::size_t byte_order_mark_size(std::string_view text);

/// Guesses the dialect from the beginning of a text, of which no more than `csv_guess_bytes` are looked at.
///
/// The delimiter is that of ',', '\t', '|' and ';' which cuts the first ten rows into the most even numbers
/// of fields, two at least on average; among equals that which makes the most fields, then the first of this
/// list; a comma if there is none. Empty rows do not matter, nor does a row that is cut off by the end of
/// `head`, unless that is the text's end (`is_whole`) or there is no other.
/// Line ends are carriage returns if, outside of quotes, more of them stand alone than there are line feeds.
CsvDialect guess_dialect(std::string_view head, bool is_whole);

}  // namespace weft::text
