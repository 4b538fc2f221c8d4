#pragma once

namespace weft::lab {
class Lab;
}

namespace weft::ui {

/// The top of the page: its name, and what starts and stops the work. Returns its height in device pixels.
/// `is_narrow` is for phones.
float draw_header(lab::Lab& lab, bool is_narrow);

/// What is under way, or how the last run went; and what the last command was turned down for.
float draw_notice(lab::Lab& lab);

}  // namespace weft::ui
