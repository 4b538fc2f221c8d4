#pragma once

#include <cstddef>
#include <string_view>

#include "text/csv_dialect.hpp"

namespace weft::text {

/// How many rows right below the header look as if they belonged to it, three at most: they hold words only,
/// some of them in columns that hold nothing but numbers in all rows that follow. These are units, say.
/// `table` is its beginning, or all of it, as for `has_header`.
std::size_t count_more_header_rows(std::string_view table, const CsvDialect& dialect, bool is_whole);

}  // namespace weft::text
