#pragma once

#include <string>

#include "imgui.h"
#include "text/csv_counts.hpp"

namespace weft::lab {
struct FileRow;
}

namespace weft::ui {

/// "1,000 rows × 5 columns · 2 bad rows, lines 7, 12": what a file holds as CSV.
std::string csv_text(const text::CsvCounts& csv);
/// "1,000 × 5 · 2 bad".
std::string short_csv_text(const text::CsvCounts& csv);

/// The way the text is in the file, where that is not plain UTF-8: "gzip, UTF-16LE". Else empty.
std::string form_text(const lab::FileRow& row);

/// How a file stands, in a word or two: "Done", "40 %", "ENOENT". Empty for a file that no run has seen.
std::string status_text(const lab::FileRow* row);

/// With the reason behind it, where there is one: "Skipped: smaller than 100 bytes".
std::string status_and_reason(const lab::FileRow* row);

/// All there is to say of a row, for a tooltip.
std::string row_story(const lab::FileRow& row);

/// The status as a mark and a word, or as a bar while the file is read. The room is in device pixels.
void draw_status(ImVec2 at, ImVec2 room, const lab::FileRow* row);

/// How the bars of a run's times are drawn.
struct TimeScale {
  /// What a bar as wide as its room stands for.
  double longest_ms = 0;
  /// Its waits blocked the page.
  bool is_blocking = false;
};

/// Waiting, computing and standing by, side by side.
void draw_time_bar(ImVec2 at, ImVec2 room, const lab::FileRow& row, TimeScale scale);

}  // namespace weft::ui
