#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace weft::text {

/// How the fields of a CSV text are told apart. Rows end at any line end outside of quotes: a line feed, a
/// carriage return, or both.
struct CsvDialect {
  char delimiter = ',';
  char quote = '"';
  /// Within quotes a backslash makes a character of the quote behind it, and of another backslash. A doubled
  /// quote does so too.
  bool has_backslashes = false;
  /// A blank behind a delimiter belongs to it.
  bool has_padding = false;

  friend bool operator==(const CsvDialect&, const CsvDialect&) = default;
};

/// Where in a text a table begins, and how it is written.
struct CsvLayout {
  CsvDialect dialect;
  /// The line of the first row, from 1, and where it begins, in bytes.
  std::uint64_t first_line = 1;
  std::uint64_t begin = 0;
  /// The first row tells the names of the columns.
  bool has_header = true;
  /// How many rows below the header look as if they belonged to it. They count as rows.
  std::uint64_t more_header_rows = 0;

  friend bool operator==(const CsvLayout&, const CsvLayout&) = default;
};

/// What a person knows of a CSV text; the rest is guessed.
struct CsvOptions {
  std::optional<char> delimiter = {};
  std::optional<char> quote = {};
  /// From 1; 0 for a table without a header.
  std::optional<std::uint64_t> header_line = {};
  /// With this nothing of the dialect is guessed.
  std::optional<CsvDialect> dialect = {};

  friend bool operator==(const CsvOptions&, const CsvOptions&) = default;
};

/// The number of bytes of a UTF-8 byte order mark at the beginning: 3 or 0.
std::size_t byte_order_mark_size(std::string_view text);

}  // namespace weft::text
