#include "text/csv_header.hpp"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "text/csv_kind.hpp"
#include "text/csv_splitter.hpp"
#include "text/csv_trial.hpp"

namespace weft::text {
namespace {

/// From so many rows Python tells what looks alike.
constexpr std::size_t rows_to_look_alike = 21;

std::size_t characters(std::string_view field) {
  return static_cast<std::size_t>(
      std::ranges::count_if(field, [](char byte) { return (byte & 0xC0) != 0x80; }));
}

/// How a field looks from afar: as a number, or as a text of some length.
struct Look {
  explicit Look(std::string_view field)
      : is_number(text::is_number(kind_of(field))), length(characters(field)) {}

  bool is_like(const Look& other) const { return is_number ? other.is_number : length == other.length; }

  bool is_number;
  std::size_t length;
};

using Numbers = std::vector<std::int64_t>;

Numbers whole_numbers(std::span<const std::string_view> fields) {
  Numbers numbers;
  for (const std::string_view field : fields) {
    if (kind_of(field) != CsvKind::whole) continue;
    std::int64_t& number = numbers.emplace_back();
    std::from_chars(field.data(), field.data() + field.size(), number);
  }
  return numbers;
}

bool are_years(const Numbers& numbers) {
  const auto is_year = [](std::int64_t number) { return number >= 1500 && number < 2500; };
  return !numbers.empty() && std::ranges::all_of(numbers, is_year);
}

/// Two at least, each one more than the one before, or each one less.
bool count_up(const Numbers& numbers) {
  if (numbers.size() < 2) return false;
  const std::int64_t step = numbers[1] - numbers[0];
  const auto is_uneven = [step](std::int64_t one, std::int64_t next) { return next - one != step; };
  return (step == 1 || step == -1) && std::ranges::adjacent_find(numbers, is_uneven) == numbers.end();
}

/// Tells numbers that are names of columns, as in "country,2019,2020", from data, by the rows below.
class NumberedColumns {
 public:
  explicit NumberedColumns(std::span<const std::string_view> fields) {
    const Numbers numbers = whole_numbers(fields);
    has_years_ = are_years(numbers);
    may_be_ = count_up(numbers) && (has_years_ || numbers.size() >= rows_to_be_sure);
  }

  void compare_with(std::span<const std::string_view> fields) {
    if (!may_be_) return;
    const Numbers numbers = whole_numbers(fields);
    balance_ += count_up(numbers) || (has_years_ && are_years(numbers)) ? -1 : 1;
  }

  bool are_likely() const { return may_be_ && balance_ >= 0; }

 private:
  bool has_years_;
  bool may_be_;
  /// Of the rows below, how many more there are that look otherwise than that look like this one.
  int balance_ = 0;
};

/// A field of the first row, and what stands below it.
class Column {
 public:
  explicit Column(std::string_view first) : first_(kind_of(first)), first_look_(first) {}

  void add(std::string_view field) { below_ = common_kind(below_, kind_of(field)); }

  void look_at(std::string_view field) {
    const Look look(field);
    is_uneven_ = is_uneven_ || (look_ && (look.is_number != look_->is_number || !look_->is_like(look)));
    look_ = look;
  }

  bool begins_with_text() const { return !is_typed(first_); }
  /// Its first field is of the same kind as those below, which are no text.
  bool begins_with_data() const { return is_typed(below_) && is_typed(first_) && fits(); }
  bool begins_with_name() const { return is_typed(below_) && !fits(); }
  /// 1 if the first field looks different from those below, which look alike, and -1 if it does not.
  int vote() const {
    if (is_uneven_ || !look_) return 0;
    return look_->is_like(first_look_) ? -1 : 1;
  }

 private:
  bool fits() const { return common_kind(below_, first_) == below_; }

  CsvKind first_;
  Look first_look_;
  CsvKind below_ = CsvKind::empty;
  std::optional<Look> look_;
  bool is_uneven_ = false;
};

class FirstRow {
 public:
  explicit FirstRow(std::span<const std::string_view> fields)
      : columns_(fields.begin(), fields.end()), numbered_(fields) {}

  bool is_all_text() const { return std::ranges::all_of(columns_, &Column::begins_with_text); }

  void compare_with(const CsvRow& row) {
    ++rows_;
    if (row.trouble != CsvTrouble::none) return;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      columns_[i].add(row.fields[i]);
      if (rows_ <= rows_to_look_alike) columns_[i].look_at(row.fields[i]);
    }
    numbered_.compare_with(row.fields);
  }

  bool is_header() const {
    int votes = 0;
    for (const Column& column : columns_) votes += column.vote();
    const bool has_names = numbered_.are_likely() && std::ranges::any_of(columns_, &Column::begins_with_text);
    return votes > 0 || has_names || std::ranges::any_of(columns_, &Column::begins_with_name) ||
           std::ranges::none_of(columns_, &Column::begins_with_data);
  }

 private:
  std::vector<Column> columns_;
  NumberedColumns numbered_;
  std::size_t rows_ = 0;
};

}  // namespace

bool has_header(std::string_view table, const CsvDialect& dialect, bool is_whole) {
  CsvSplitter rows({.dialect = dialect});
  rows.feed(std::as_bytes(std::span(table)));
  if (is_whole) rows.finish();
  const std::optional<CsvRow> first = rows.next();
  if (!first) return true;
  FirstRow compared(first->fields);
  // As most are, and then there is no more to look at.
  if (compared.is_all_text()) return true;
  while (const std::optional<CsvRow> row = rows.next()) compared.compare_with(*row);
  return compared.is_header();
}

}  // namespace weft::text
