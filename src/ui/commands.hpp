#pragma once

#include "ui/command_list.hpp"

namespace weft::ui {

/// The commands' buttons, in the present line, and their keys. A button that cannot be pressed now is grey.
class Commands {
 public:
  /// `lab` outlives it.
  explicit Commands(lab::Lab& lab) : lab_(lab) {}

  struct Shape {
    /// CSS pixels; 0 for as wide as its words.
    float width = 0;
    bool is_icon_only = false;
  };
  void button(const Command& command, Shape shape) const;
  void button(const Command& command) const { button(command, {}); }
  /// In device pixels, as `button` would make it.
  static float width(const Command& command, Shape shape);
  static float width(const Command& command) { return width(command, {}); }

  /// Run, or Cancel while something is under way.
  void run_or_cancel(float width = 0) const;
  /// Device pixels that mode, run, compare and lesson take in a row.
  float row_width() const;

  /// All keys, while nothing else has the keyboard.
  void handle_keys() const;

 private:
  const Command& run_or_cancel_command() const;
  void obey(const Command& command) const;

  lab::Lab& lab_;
};

/// Sync, async or workers, side by side.
void draw_mode(lab::Preferences& preferences, bool is_enabled);

/// Dark or light colours.
void draw_theme_button();

}  // namespace weft::ui
