#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>

#include "lab/activities.hpp"
#include "lab/checklist.hpp"
#include "lab/exercises/code_shelf.hpp"
#include "lab/exercises/exercises.hpp"
#include "lab/exercises/questions.hpp"
#include "lab/runs.hpp"
#include "ui/files/summary_controls.hpp"

namespace weft::ui {

/// The exercises of the lesson. One of them is open at a time.
class ExercisesPanel {
 public:
  /// What is held by reference outlives the panel. `see_rows` is called with the path of a CSV file whose
  /// rows a person wants to see.
  ExercisesPanel(lab::Exercises& exercises, lab::Activities& activities, const lab::Runs& runs,
                 lab::Checklist& checklist, lab::CodeShelf& code, SummaryControls& summary,
                 std::function<void(const std::string& path)> see_rows)
      : exercises_(exercises),
        activities_(activities),
        runs_(runs),
        checklist_(checklist),
        code_(code),
        summary_(summary),
        see_rows_(std::move(see_rows)) {}

  /// Within a panel: fills what is left of it.
  void draw();

 private:
  bool draw_head(std::string_view title, std::string_view state);
  void draw_exercise(const lab::Exercise& exercise);
  void draw_question(const lab::Question& question);
  void draw_buttons(const lab::Exercise& exercise);
  void draw_limit(const lab::Exercise& exercise);
  void want_code();
  void draw_work(const lab::Exercise& exercise);
  void draw_rows_button(const lab::ExerciseReport& report);

  lab::Exercises& exercises_;
  lab::Activities& activities_;
  const lab::Runs& runs_;
  lab::Checklist& checklist_;
  lab::CodeShelf& code_;
  SummaryControls& summary_;
  std::function<void(const std::string& path)> see_rows_;
  /// The title of the open one; empty for none.
  std::string_view open_;
  /// It has just been opened: what it has to show is brought into view.
  bool is_new_ = false;
  int language_ = 0;
  lab::ExerciseOptions options_;
  /// The limit has been changed, and the exercise is to be done again with it.
  bool has_slid_ = false;
};

}  // namespace weft::ui
