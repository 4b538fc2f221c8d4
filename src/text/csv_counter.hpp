#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include "text/csv_counts.hpp"
#include "text/csv_head.hpp"
#include "text/csv_scanner.hpp"

namespace weft::text {

/// Counts the rows of a CSV text that comes in pieces of any size; where it is cut makes no difference. It
/// keeps no more of the text than what guessing needs, and what lies behind a quote that is not closed yet.
class CsvCounter {
 public:
  explicit CsvCounter(const CsvOptions& options = {}) : head_(options) {}

  void add(std::span<const std::byte> piece);

  /// Once: the text ends here.
  void finish();

  /// The figures of the rows that have ended, which lag behind what has been added until `finish`.
  const CsvCounts& counts() const { return counts_; }

 private:
  void scan(std::string_view chunk);
  void end_row(const CsvMachine& row) {
    if (row.fields() == counts_.columns && row.fields() > 1 && row.trouble() == CsvTrouble::none) {
      ++counts_.rows;
      counts_.fields += row.fields();
    } else {
      end_unusual_row(row);
    }
  }
  void end_unusual_row(const CsvMachine& row);
  void end_bad_row(const CsvMachine& row);
  void note_odd_run(const CsvOddity& odd);
  bool ends_in_second_table() const;

  CsvHead head_;
  std::optional<CsvScanner> scanner_;
  CsvCounts counts_;
  /// The last rows, one below the other, that have the same other number of fields.
  CsvOddity odd_run_;
  /// How many rows there were with the first of them.
  std::uint64_t odd_run_begin_ = 0;
};

}  // namespace weft::text
