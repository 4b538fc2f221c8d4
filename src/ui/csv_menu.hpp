#pragma once

namespace weft::lab {
class Lab;
struct FileEntry;
}  // namespace weft::lab

namespace weft::ui {

/// A button that opens a small window in which a person says how a file is to be read as CSV, where a guess
/// was wrong: its separator, its quotes, its header. True when something has been said, which closes the
/// steppers of its rows.
bool draw_csv_menu(lab::Lab& lab, const lab::FileEntry& file);

}  // namespace weft::ui
