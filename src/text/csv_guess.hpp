#pragma once

#include <cstddef>
#include <string_view>

#include "text/csv_dialect.hpp"

namespace weft::text {

/// What a guess looks at, from the beginning of a text.
inline constexpr std::size_t csv_guess_bytes = 64 * 1024;

/// Guesses from the beginning of a text how it is written, where `options` do not tell; no more than
/// `csv_guess_bytes` are looked at, of which the last row is cut off unless `is_whole`.
///
/// A first line `sep=;` tells the delimiter. Else it is that of ',', '\t', '|' and ';' which cuts the first
/// ten rows into the most even numbers of fields, two at least on average, as Papa Parse has it. Only where
/// that leaves rows that are uneven or in trouble, others are tried: apostrophes as quotes, backslashes
/// before quotes, rarer delimiters, and a table that begins further below; the one that makes the most of the
/// most rows wins. Titles, comments and the like above the table are left out if they have no more than half
/// its fields. What tells a header from data, see `has_header`.
CsvLayout guess_layout(std::string_view head, bool is_whole, const CsvOptions& options);

}  // namespace weft::text
