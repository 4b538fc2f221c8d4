#include "text/csv_counter.hpp"

namespace weft::text {

void CsvCounter::add(std::span<const std::byte> piece) {
  scan(head_.add({reinterpret_cast<const char*>(piece.data()), piece.size()}));
}

void CsvCounter::finish() {
  scan(head_.finish());
  if (scanner_) scanner_->finish([this](const CsvMachine& row) { end_row(row); });
}

void CsvCounter::scan(std::string_view chunk) {
  if (chunk.empty()) return;
  if (!scanner_) {
    counts_.layout = *head_.layout();
    scanner_.emplace(counts_.layout);
  }
  scanner_->add(chunk, [this](const CsvMachine& row) { end_row(row); });
}

// The header, an empty row, a bad one, or one of a single field.
void CsvCounter::end_unusual_row(const CsvMachine& row) {
  if (row.is_empty()) return;
  const bool is_first = counts_.columns == 0;
  if (is_first) scanner_->expect_fields(counts_.columns = row.fields());
  if (!is_first || !counts_.layout.has_header) ++counts_.rows;
  counts_.fields += row.fields();
  if (row.trouble() == CsvTrouble::none && row.fields() == counts_.columns) return;
  ++counts_.bad_rows;
  if (counts_.bad_lines.size() < CsvCounts::most_bad_lines) counts_.bad_lines.push_back(row.line());
}

}  // namespace weft::text
