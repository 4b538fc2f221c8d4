#pragma once

#include <string>
#include <vector>

#include "text/csv_counts.hpp"
#include "text/csv_row.hpp"

namespace weft::lab {

/// What is wrong with a row: "2 fields, the header has 3", or "the first row" where there is no header. Empty
/// if nothing is.
std::string trouble_text(const text::CsvRow& row, bool has_header);

/// What a person should know of how a table was read, a sentence each: what was guessed beyond a comma, and
/// in which way rows are odd: "Header on line 3.", "Fields are separated by ;.", "Line 7 has 3 fields, the
/// header 4."
std::vector<std::string> notes_on(const text::CsvCounts& csv);

}  // namespace weft::lab
