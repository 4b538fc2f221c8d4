#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "ui/rows_table.hpp"

namespace weft::lab {
class Lab;
class Stepper;
struct FileEntry;
}  // namespace weft::lab

namespace weft::ui {

/// Steps the line generators: one file's, or those of all files in turn. The rows of a CSV file, too.
class LinesPanel {
 public:
  /// Within a panel: fills what is left of it.
  void draw(lab::Lab& lab);

  /// Selects a CSV file of the list, and asks for its first rows.
  void show_rows(lab::Lab& lab, const std::string& path);

  /// Space plays and pauses, N steps on.
  void handle_shortcuts(lab::Lab& lab);

 private:
  struct Portion {
    const char* label;
    std::size_t count;
    const char* hint;
  };

  void draw_source(lab::Lab& lab);
  void draw_choices(lab::Lab& lab, const lab::FileEntry* file);
  void draw_views(lab::Lab& lab);
  void draw_next(lab::Lab& lab, const Portion& few, const Portion& many, bool is_enabled);
  void draw_buttons(lab::Lab& lab);
  void draw_play(lab::Lab& lab, bool is_playing, bool is_enabled);
  void draw_lines(const lab::Stepper& stepper);
  lab::Stepper* opened(lab::Lab& lab);
  bool shows_rows(lab::Lab& lab) const;
  void close_outdated_stepper(lab::Lab& lab);
  void step(lab::Lab& lab, std::size_t count);
  void toggle_play(lab::Lab& lab);

  std::uint64_t shown_ = 0;
  bool wants_rows_ = false;
  RowsTable rows_table_;
};

}  // namespace weft::ui
