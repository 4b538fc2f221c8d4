#pragma once

#include <string>

namespace weft::lab {
class Lab;
}

namespace weft::ui {

/// The results of the last run as a file: its format, a button that writes it, one that downloads it, and how
/// that went. Fits into 300 CSS pixels.
void draw_summary_controls(lab::Lab& lab);

/// A button, once there are results, that opens a small window with these controls; after it the next item
/// may stand on the same line.
void draw_summary_menu(lab::Lab& lab, bool has_words);
/// What it takes on its line, in device pixels, the gap behind it included; 0 while there is none.
float summary_menu_width(lab::Lab& lab, bool has_words);

/// "Written to /data/summary.csv, 1.2 kB.", or why not; before that, what can be done.
std::string outcome_words(lab::Lab& lab);

}  // namespace weft::ui
