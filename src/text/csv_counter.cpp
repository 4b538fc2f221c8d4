#include "text/csv_counter.hpp"

#include <algorithm>

#include "text/csv_trial.hpp"

namespace weft::text {

void CsvCounter::add(std::span<const std::byte> piece) {
  scan(head_.add({reinterpret_cast<const char*>(piece.data()), piece.size()}));
}

void CsvCounter::finish() {
  scan(head_.finish());
  counts_.layout = *head_.layout();
  if (scanner_) scanner_->finish([this](const CsvMachine& row) { end_row(row); });
  if (ends_in_second_table()) counts_.second_table = odd_run_;
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
  if (row.trouble() != CsvTrouble::none || row.fields() != counts_.columns) end_bad_row(row);
}

void CsvCounter::end_bad_row(const CsvMachine& row) {
  const bool has_wrong_quote = row.trouble() != CsvTrouble::none;
  const CsvOddity odd{.trouble = has_wrong_quote ? row.trouble() : CsvTrouble::field_count,
                      .fields = has_wrong_quote ? 0 : row.fields(),
                      .rows = 1,
                      .line = row.line()};
  const auto known = std::ranges::find_if(counts_.oddities, [&](const CsvOddity& other) {
    return other.trouble == odd.trouble && other.fields == odd.fields;
  });
  if (known != counts_.oddities.end()) {
    ++known->rows;
  } else if (counts_.oddities.size() < CsvCounts::most_oddities) {
    counts_.oddities.push_back(odd);
  }
  note_odd_run(odd);
  ++counts_.bad_rows;
  if (counts_.bad_lines.size() < CsvCounts::most_bad_lines) counts_.bad_lines.push_back(row.line());
}

void CsvCounter::note_odd_run(const CsvOddity& odd) {
  const bool goes_on = odd.trouble == odd_run_.trouble && odd.fields == odd_run_.fields &&
                       counts_.rows == odd_run_begin_ + odd_run_.rows;
  if (goes_on) {
    ++odd_run_.rows;
  } else {
    odd_run_ = odd;
    odd_run_begin_ = counts_.rows;
  }
}

bool CsvCounter::ends_in_second_table() const {
  const bool is_at_end = counts_.rows + 1 == odd_run_begin_ + odd_run_.rows;
  const std::uint64_t good_rows = counts_.rows - counts_.bad_rows + (counts_.layout.has_header ? 1 : 0);
  return is_at_end && odd_run_.fields > 1 && odd_run_.rows >= rows_to_be_sure && good_rows >= rows_to_be_sure;
}

}  // namespace weft::text
