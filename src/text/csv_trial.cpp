#include "text/csv_trial.hpp"

#include <algorithm>

#include "text/csv_scanner.hpp"

namespace weft::text {
namespace {

constexpr std::size_t rows_to_be_even = 10;

}  // namespace

CsvTrial::CsvTrial(const CsvLayout& layout, std::string_view head, bool is_whole) : layout_(layout) {
  CsvScanner scanner(layout);
  scanner.add(head, [this](const CsvMachine& row) { note(row); });
  if (is_whole) scanner.finish([this](const CsvMachine& row) { note(row); });
  measure();
  if (is_whole || rows_.size() >= rows_to_be_sure) return;
  // The head ends within a long field, or behind a quote that should not have opened one. That is believed
  // where a table follows it.
  CsvTrial other = *this;
  scanner.finish([&other](const CsvMachine& row) { other.note(row); });
  if (other.rows_.size() > 1) other.rows_.pop_back();
  other.measure();
  if (rows_.empty() || other.has_table()) *this = std::move(other);
}

void CsvTrial::note(const CsvMachine& row) {
  ++all_rows_;
  if (row.is_empty()) return;
  rows_.push_back({.fields = row.fields(),
                   .line = row.line(),
                   .begin = row.row_start(),
                   .is_in_trouble = row.trouble() != CsvTrouble::none});
  if (all_rows_ <= rows_to_be_even) first_rows_ = rows_.size();
}

void CsvTrial::measure() {
  first_rows_ = std::min(first_rows_, rows_.size());
  measure_evenness();
  find_usual_rows();
}

void CsvTrial::measure_evenness() {
  first_fields_ = unevenness_ = 0;
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
  usual_rows_ = 0;
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

bool CsvTrial::has_table() const {
  return usual_rows_ >= rows_to_be_sure && usual_rows_ * 2 > rows_.size() - first_usual_row_;
}

std::size_t CsvTrial::rows_in_trouble() const {
  return static_cast<std::size_t>(std::ranges::count(rows_, true, &CsvTrialRow::is_in_trouble));
}

}  // namespace weft::text
