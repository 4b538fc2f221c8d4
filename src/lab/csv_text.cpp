#include "lab/csv_text.hpp"

#include "lab/format.hpp"

namespace weft::lab {
namespace {

using text::CsvTrouble;

std::string fields_text(std::uint64_t fields) { return count_of(fields, "field", "fields"); }

std::string_view quote_text(CsvTrouble trouble) {
  return trouble == CsvTrouble::open_quote ? "a quote that is never closed, which is read as text"
                                           : "text behind a closing quote, with quotes read as text";
}

std::string mark_text(char mark) {
  if (mark == '\t') return "tabs";
  if (mark == ' ') return "blanks";
  return mark > ' ' && mark < 0x7F ? std::string(1, mark) : format("the byte {}", static_cast<int>(mark));
}

std::string_view first_row_text(bool has_header) { return has_header ? "header" : "first row"; }

std::string odd_text(const text::CsvCounts& csv, const text::CsvOddity& odd) {
  const std::string where =
      odd.rows == 1 ? format("Line {} has", count(odd.line))
                    : format("{} rows, the first on line {}, have", count(odd.rows), count(odd.line));
  if (odd.trouble != CsvTrouble::field_count) return format("{} {}.", where, quote_text(odd.trouble));
  const bool is_header_odd = odd.rows > 1 && 2 * odd.rows > csv.rows;
  if (is_header_odd)
    return format("Line {} has {}, {} of {} others {}.", count(csv.layout.first_line),
                  fields_text(csv.columns), count(odd.rows), count(csv.rows), count(odd.fields));
  return format("{} {}, the {} {}.", where, fields_text(odd.fields), first_row_text(csv.layout.has_header),
                count(csv.columns));
}

std::string second_table_text(const text::CsvCounts& csv) {
  return format("All {} rows from line {} on have {}, the {} {}: a second table?",
                count(csv.second_table->rows), count(csv.second_table->line),
                fields_text(csv.second_table->fields), first_row_text(csv.layout.has_header),
                count(csv.columns));
}

std::string more_header_text(std::uint64_t rows) {
  return rows == 1 ? "The row below the header looks like a second line of it."
                   : format("The {} rows below the header look like more lines of it.", count(rows));
}

}  // namespace

std::string trouble_text(const text::CsvRow& row, bool has_header) {
  switch (row.trouble) {
    case CsvTrouble::none:
      return "";
    case CsvTrouble::field_count:
      return format("{}, the {} has {}", fields_text(row.fields.size()), first_row_text(has_header),
                    count(row.columns));
    case CsvTrouble::too_long:
      return "too long to be shown whole";
    default:
      return std::string(quote_text(row.trouble));
  }
}

std::vector<std::string> notes_on(const text::CsvCounts& csv) {
  std::vector<std::string> notes;
  const text::CsvDialect& dialect = csv.layout.dialect;
  if (!csv.layout.has_header) notes.emplace_back("No header, so columns are numbered.");
  if (csv.layout.has_header && csv.layout.first_line > 1)
    notes.push_back(csv.columns > 0
                        ? format("Header on line {}.", count(csv.layout.first_line))
                        : format("There is no row from line {} on.", count(csv.layout.first_line)));
  if (dialect.delimiter != ',' || dialect.has_padding)
    notes.push_back(format("Fields are separated by {}{}.", mark_text(dialect.delimiter),
                           dialect.has_padding ? " and a blank" : ""));
  if (dialect.quote != '"') notes.push_back(format("Quotes are {}.", mark_text(dialect.quote)));
  if (dialect.has_backslashes) notes.emplace_back("Quotes are escaped by backslashes.");
  if (csv.layout.more_header_rows > 0) notes.push_back(more_header_text(csv.layout.more_header_rows));
  for (const text::CsvOddity& odd : csv.oddities)
    if (odd != csv.second_table) notes.push_back(odd_text(csv, odd));
  if (csv.second_table) notes.push_back(second_table_text(csv));
  return notes;
}

}  // namespace weft::lab
