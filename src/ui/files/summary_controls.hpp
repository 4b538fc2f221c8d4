#pragma once

#include <string>

#include "lab/activities.hpp"
#include "lab/preferences.hpp"
#include "lab/results.hpp"
#include "lab/runs.hpp"

namespace weft::ui {

/// Saves the results of the last run: the format, the buttons, and how it went.
class SummaryControls {
 public:
  /// All of it outlives this.
  SummaryControls(lab::Results& results, const lab::Runs& runs, lab::Activities& activities,
                  lab::Preferences& preferences)
      : results_(results), runs_(runs), activities_(activities), preferences_(preferences) {}

  /// Within a panel or a small window.
  void draw();

  /// A button in the present line that opens a small window with all of it; nothing while nothing has run.
  void draw_menu(bool has_labels);
  /// What it takes of the line, in device pixels.
  float menu_width(bool has_labels) const;

  /// How the last summary fared, for a person.
  std::string outcome() const;

 private:
  void draw_outcome() const;

  lab::Results& results_;
  const lab::Runs& runs_;
  lab::Activities& activities_;
  lab::Preferences& preferences_;
};

}  // namespace weft::ui
