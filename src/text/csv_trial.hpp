#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "text/csv_dialect.hpp"

namespace weft::text {

class CsvMachine;

/// So many rows that are alike are so by no accident.
inline constexpr std::size_t rows_to_be_sure = 3;

/// A row of a trial.
struct CsvTrialRow {
  std::uint64_t fields = 0;
  std::uint64_t line = 0;
  std::uint64_t begin = 0;
  bool is_in_trouble = false;
};

/// What the beginning of a text looks like in one dialect.
class CsvTrial {
 public:
  /// `head` is the beginning of a text, or all of it. A row that it cuts off is left out.
  CsvTrial(const CsvLayout& layout, std::string_view head, bool is_whole);

  const CsvLayout& layout() const { return layout_; }
  /// Those that are not empty.
  const std::vector<CsvTrialRow>& rows() const { return rows_; }

  // By the first ten rows, empty ones included, as Papa Parse measures it.

  bool cuts_in_two() const;
  bool is_more_even_than(const CsvTrial& other) const;

  /// The number of fields, from 2, that most rows have, and how many do, none of them in trouble.
  std::uint64_t usual_fields() const { return usual_fields_; }
  std::size_t usual_rows() const { return usual_rows_; }
  /// The first row that has so many fields.
  std::size_t first_usual_row() const { return first_usual_row_; }

  /// Of the rows, how much is told apart: from 0, if all are single fields, or each is of another kind.
  double quality() const;
  /// Most of what begins at the first usual row is alike.
  bool has_table() const;
  /// All rows are alike, and none is in trouble.
  bool is_perfect() const { return usual_rows_ == rows_.size() && usual_rows_ > 0; }
  std::size_t rows_in_trouble() const;

 private:
  void note(const CsvMachine& row);
  void measure();
  void measure_evenness();
  void find_usual_rows();

  CsvLayout layout_;
  std::vector<CsvTrialRow> rows_;
  std::size_t all_rows_ = 0;
  std::size_t first_rows_ = 0;
  std::uint64_t first_fields_ = 0;
  std::uint64_t unevenness_ = 0;
  std::uint64_t usual_fields_ = 0;
  std::size_t usual_rows_ = 0;
  std::size_t first_usual_row_ = 0;
};

}  // namespace weft::text
