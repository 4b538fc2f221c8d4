#pragma once

namespace weft::lab {
class FileList;
class Preferences;
class Run;
}  // namespace weft::lab

namespace weft::ui {

class FileOrder;

/// The list as a table, within a panel: a row a file, the totals above.
void draw_file_table(const lab::FileList& files, const lab::Run& run, lab::Preferences& preferences,
                     FileOrder& order);

}  // namespace weft::ui
