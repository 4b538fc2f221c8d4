#pragma once

namespace weft::lab {
class Lab;
}

namespace weft::ui {

/// The buttons that start and stop the work, in the present line. A button that cannot be pressed now is
/// grey.
namespace commands {
void mode(lab::Lab& lab);
/// Run, or Cancel while something is under way. `width` in CSS pixels; 0 for as wide as its words.
void run_or_cancel(lab::Lab& lab, float width = 0);
void compare(lab::Lab& lab);
void lesson(lab::Lab& lab);
void add(bool has_words);
void toggle_theme();

/// Device pixels that mode, run, compare and lesson take in a row.
float row_width(lab::Lab& lab);
}  // namespace commands

/// The keys of those buttons, while nothing else has the keyboard.
void handle_shortcuts(lab::Lab& lab);

}  // namespace weft::ui
