#pragma once

namespace weft::lab {
class Activities;
class Preferences;
}  // namespace weft::lab

namespace weft::ui {

class Commands;

/// The top of the page: its name, and what starts and stops the work. Returns its height in device pixels.
/// `is_narrow` is for phones.
float draw_header(const Commands& commands, lab::Preferences& preferences, bool is_busy, bool is_narrow);

/// What the last command was turned down for, or what else a person should know. Returns its height.
float draw_notice(lab::Activities& activities);

}  // namespace weft::ui
