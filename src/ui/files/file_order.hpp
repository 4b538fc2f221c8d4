#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "lab/activities.hpp"
#include "lab/file_list.hpp"
#include "lab/revision.hpp"
#include "lab/run.hpp"
#include "ui/files/file_cells.hpp"

namespace weft::ui {

/// The columns of the list of files, from left to right.
enum class FileColumn : std::uint8_t { order, name, status, lines, words, bytes, chars, longest, time };
inline constexpr int file_column_count = static_cast<int>(FileColumn::time) + 1;

/// "order", "name" … as they are remembered.
std::string_view name_of(FileColumn column);

/// Files by a column of the list. Sorting is put off while a run changes the figures many times a second.
class FileOrder {
 public:
  /// All of it outlives this.
  FileOrder(const lab::FileList& files, const lab::Run& run, const lab::Activities& activities,
            const lab::Revision& revision)
      : files_(files), run_(run), activities_(activities), revision_(revision) {}

  void sort_by(FileColumn column, bool descending);
  /// The order in which the files were added.
  void unsorted();

  /// Places in `entries()` of the list; valid until the next call.
  const std::vector<std::uint32_t>& update(double now_ms);

  /// How the times of the last run are drawn: the slowest file fills its room.
  TimeScale time_scale() const;

 private:
  void sort();

  const lab::FileList& files_;
  const lab::Run& run_;
  const lab::Activities& activities_;
  const lab::Revision& revision_;
  bool is_sorted_ = false;
  FileColumn column_ = FileColumn::name;
  bool descending_ = false;
  bool is_stale_ = true;
  std::uint64_t sorted_revision_ = 0;
  double sorted_at_ms_ = 0;
  double longest_ms_ = 0;
  std::vector<std::uint32_t> order_;
};

}  // namespace weft::ui
