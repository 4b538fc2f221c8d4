#include "text/csv_more_header.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <vector>

#include "text/csv_kind.hpp"
#include "text/csv_splitter.hpp"
#include "text/csv_trial.hpp"

namespace weft::text {
namespace {

constexpr std::size_t most_more_rows = 3;
/// From the data that follows nobody needs to see more.
constexpr std::size_t most_data_rows = 100;

using Kinds = std::vector<CsvKind>;

Kinds kinds_of(std::span<const std::string_view> fields) {
  Kinds kinds;
  for (const std::string_view field : fields) kinds.push_back(kind_of(field));
  return kinds;
}

bool holds_words_only(const CsvRow& row) {
  return row.trouble == CsvTrouble::none && std::ranges::none_of(row.fields, [](std::string_view field) {
           return is_typed(kind_of(field)) || stands_for_nothing(field);
         });
}

/// Tells from the data what its columns hold.
class Data {
 public:
  explicit Data(const CsvRow& first) : kinds_(first.fields.size(), CsvKind::empty) { add(first); }

  void add(const CsvRow& row) {
    if (row.trouble != CsvTrouble::none) return;
    ++rows_;
    for (std::size_t i = 0; i < kinds_.size(); ++i)
      if (!stands_for_nothing(row.fields[i])) kinds_[i] = common_kind(kinds_[i], kind_of(row.fields[i]));
  }

  bool may_have_numbers() const { return std::ranges::any_of(kinds_, is_number); }
  std::size_t rows() const { return rows_; }

  /// In a column of numbers stands a word.
  bool has_units_in(const Kinds& row) const {
    for (std::size_t i = 0; i < kinds_.size(); ++i)
      if (is_number(kinds_[i]) && row[i] == CsvKind::text) return true;
    return false;
  }

 private:
  Kinds kinds_;
  std::size_t rows_ = 0;
};

}  // namespace

std::size_t count_more_header_rows(std::string_view table, const CsvDialect& dialect, bool is_whole) {
  CsvSplitter rows({.dialect = dialect});
  rows.feed(std::as_bytes(std::span(table)));
  if (is_whole) rows.finish();
  if (!rows.next()) return 0;
  std::vector<Kinds> above;
  std::optional<CsvRow> row = rows.next();
  for (; row && holds_words_only(*row) && above.size() <= most_more_rows; row = rows.next())
    above.push_back(kinds_of(row->fields));
  const bool may_be =
      row && row->trouble == CsvTrouble::none && !above.empty() && above.size() <= most_more_rows;
  if (!may_be) return 0;
  Data data(*row);
  while (data.may_have_numbers() && data.rows() < most_data_rows && (row = rows.next())) data.add(*row);
  const bool are_units =
      data.rows() >= rows_to_be_sure &&
      std::ranges::all_of(above, [&](const Kinds& kinds) { return data.has_units_in(kinds); });
  return are_units ? above.size() : 0;
}

}  // namespace weft::text
