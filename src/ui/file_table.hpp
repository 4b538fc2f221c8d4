#pragma once

namespace weft::lab {
class Lab;
}

namespace weft::ui {

class FileOrder;

/// The files as a table: sortable by every column, with the totals under the headings, any number of rows.
void draw_file_table(lab::Lab& lab, FileOrder& order);

}  // namespace weft::ui
