#pragma once

#include <string_view>

#include "text/csv_dialect.hpp"

namespace weft::text {

/// Whether the first row of a table tells the names of its columns, by what the rows below it hold; `table`
/// is its beginning, or all of it. A row that the end cuts off is left out, unless `is_whole`.
///
/// The first row is data only where DuckDB and Python both take it for that: below it there are columns of
/// numbers, dates and the like, it holds no text in any of them, and of the columns whose fields all look
/// alike (numbers, or texts of one length) no more tell it from the others than not. So a table of nothing
/// but text has a header. In two things a person knows better than both: a first row that is empty in all
/// columns of numbers holds names, as that of an index without one does, and so does one whose numbers count
/// up beside text, as in "country,2019,2020", if those below do not.
bool has_header(std::string_view table, const CsvDialect& dialect, bool is_whole);

}  // namespace weft::text
