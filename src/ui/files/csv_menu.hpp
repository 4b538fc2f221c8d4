#pragma once

namespace weft::lab {
class Files;
struct FileEntry;
struct FileRow;
}  // namespace weft::lab

namespace weft::ui {

/// A button that opens a small window in which a person says how a file is to be read as CSV, where a guess
/// was wrong: its separator, its quotes, its header. True when something has been said, which closes the
/// steppers of its rows. `row` is what the last run found in it; null where it was not in one.
bool draw_csv_menu(lab::Files& files, const lab::FileEntry& file, const lab::FileRow* row);

}  // namespace weft::ui
