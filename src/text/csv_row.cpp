#include "text/csv_row.hpp"

namespace weft::text {

std::string_view to_words(CsvTrouble trouble) {
  switch (trouble) {
    case CsvTrouble::none:
      return "";
    case CsvTrouble::field_count:
      return "not as many fields as the header";
    case CsvTrouble::stray_quote:
      return "a quote in a quoted field is not doubled";
    case CsvTrouble::open_quote:
      return "a quoted field is never closed";
    case CsvTrouble::too_long:
      return "too long to be shown whole";
  }
  return "";
}

}  // namespace weft::text
