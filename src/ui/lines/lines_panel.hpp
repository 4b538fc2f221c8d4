#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "lab/files.hpp"
#include "lab/preferences.hpp"
#include "lab/run.hpp"
#include "lab/stepping.hpp"
#include "ui/lines/rows_table.hpp"

namespace weft::ui {

/// Steps the line generators: one file's, or those of all files in turn. The rows of a CSV file, too.
class LinesPanel {
 public:
  /// All of it outlives the panel.
  LinesPanel(lab::Stepping& stepping, lab::Files& files, lab::Preferences& preferences, const lab::Run& run)
      : stepping_(stepping), files_(files), preferences_(preferences), run_(run) {}

  /// Within a panel: fills what is left of it.
  void draw();

  /// Selects a CSV file of the list, and asks for its first rows.
  void show_rows(const std::string& path);

  /// Space plays and pauses, N steps on.
  void handle_shortcuts();

 private:
  struct Portion {
    const char* label;
    std::size_t count;
    const char* hint;
  };

  void draw_source();
  void draw_choices(const lab::FileEntry* file);
  void draw_views();
  void draw_next(const Portion& few, const Portion& many, bool is_enabled);
  void draw_buttons();
  void draw_play(bool is_playing, bool is_enabled);
  void draw_lines(const lab::Stepper& stepper);
  const lab::FileEntry* selected_file() const;
  void select(const std::string& path);
  bool has_rows() const;
  lab::Stepper* opened();
  bool shows_rows() const;
  void close_outdated_stepper();
  void step(std::size_t count);
  void toggle_play();

  lab::Stepping& stepping_;
  lab::Files& files_;
  lab::Preferences& preferences_;
  const lab::Run& run_;
  std::uint64_t shown_ = 0;
  bool wants_rows_ = false;
  RowsTable rows_table_;
};

}  // namespace weft::ui
