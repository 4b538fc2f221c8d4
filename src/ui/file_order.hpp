#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "ui/file_cells.hpp"

namespace weft::lab {
class Lab;
struct FileEntry;
struct FileRow;
}  // namespace weft::lab

namespace weft::ui {

/// The columns of the list of files, from left to right.
enum class FileColumn : std::uint8_t { order, name, status, lines, words, bytes, chars, longest, time };
inline constexpr int file_column_count = static_cast<int>(FileColumn::time) + 1;

/// "order", "name" … as they are remembered.
std::string_view name_of(FileColumn column);

/// Files by a column of the list. Sorting is put off while a run changes the figures many times a second.
class FileOrder {
 public:
  void sort_by(FileColumn column, bool descending);
  /// The order in which the files were added.
  void unsorted();

  /// Places in `lab.files().list().entries()`; valid until the next call.
  const std::vector<std::uint32_t>& update(lab::Lab& lab, double now_ms);

  /// How the times of the last run are drawn: the slowest file fills its room.
  TimeScale time_scale(lab::Lab& lab) const;

 private:
  void sort(lab::Lab& lab);

  bool is_sorted_ = false;
  FileColumn column_ = FileColumn::name;
  bool descending_ = false;
  bool is_stale_ = true;
  std::uint64_t revision_ = 0;
  double sorted_at_ms_ = 0;
  double longest_ms_ = 0;
  std::vector<std::uint32_t> order_;
};

}  // namespace weft::ui
