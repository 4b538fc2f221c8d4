#pragma once

#include <cstdint>

namespace weft::lab {
class Stepper;
}

namespace weft::ui {

/// A table of the rows of a CSV file that a stepper has yielded last, under its header, or under
/// the numbers of its columns: fills what is left of a panel. Draws nothing before there is a row.
class RowsTable {
 public:
  void draw(const lab::Stepper& stepper);

  /// Before another file's rows: columns get new widths.
  void begin_file() { ++file_; }

 private:
  int file_ = 0;
  /// Rows drawn so far, to scroll to new ones.
  std::uint64_t shown_ = 0;
};

}  // namespace weft::ui
