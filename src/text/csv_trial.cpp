#include "text/csv_trial.hpp"

#include <algorithm>

#include "text/csv_scanner.hpp"

namespace weft::text {
namespace {

constexpr std::size_t rows_to_be_even = 10;

}  // namespace

CsvTrial::CsvTrial(const CsvLayout& layout, std::string_view head, bool is_whole) : layout_(layout) {
  std::size_t all = 0;
  const auto end_row = [&](const CsvMachine& row) {
    ++all;
    if (row.is_empty()) return;
    rows_.push_back({.fields = row.fields(),
                     .line = row.line(),
                     .begin = row.row_start(),
                     .is_in_trouble = row.trouble() != CsvTrouble::none});
    if (all <= rows_to_be_even) first_rows_ = rows_.size();
  };
  CsvScanner scanner(layout);
  scanner.add(head, end_row);
  scanner.finish(end_row);
  const bool has_torn_row = !is_whole && rows_.size() > 1 && !head.ends_with('\n');
  if (has_torn_row) rows_.pop_back();
  first_rows_ = std::min(first_rows_, rows_.size());
  measure_evenness();
  find_usual_rows();
}

void CsvTrial::measure_evenness() {
  for (std::size_t i = 0; i < first_rows_; ++i) {
    const std::uint64_t fields = rows_[i].fields;
    const std::uint64_t before = i == 0 ? fields : rows_[i - 1].fields;
    first_fields_ += fields;
    unevenness_ += fields > before ? fields - before : before - fields;
  }
}

bool CsvTrial::cuts_in_two() const {
  return static_cast<double>(first_fields_) > 1.99 * static_cast<double>(first_rows_);
}

bool CsvTrial::is_more_even_than(const CsvTrial& other) const {
  if (unevenness_ != other.unevenness_) return unevenness_ < other.unevenness_;
  return first_fields_ * other.first_rows_ > other.first_fields_ * first_rows_;
}

void CsvTrial::find_usual_rows() {
  std::vector<std::uint64_t> fields;
  for (const CsvTrialRow& row : rows_)
    if (row.fields > 1 && !row.is_in_trouble) fields.push_back(row.fields);
  std::ranges::sort(fields);
  for (auto from = fields.begin(); from != fields.end();) {
    const auto to = std::upper_bound(from, fields.end(), *from);
    const auto rows = static_cast<std::size_t>(to - from);
    if (rows > usual_rows_) {
      usual_rows_ = rows;
      usual_fields_ = *from;
    }
    from = to;
  }
  const auto first = std::ranges::find(rows_, usual_fields_, &CsvTrialRow::fields);
  first_usual_row_ = static_cast<std::size_t>(first - rows_.begin());
}

double CsvTrial::quality() const {
  if (usual_rows_ == 0) return 0;
  const auto told_apart = static_cast<double>(usual_fields_ - 1) / static_cast<double>(usual_fields_);
  return told_apart * static_cast<double>(usual_rows_) / static_cast<double>(rows_.size());
}

std::size_t CsvTrial::rows_in_trouble() const {
  return static_cast<std::size_t>(std::ranges::count(rows_, true, &CsvTrialRow::is_in_trouble));
}

}  // namespace weft::text
