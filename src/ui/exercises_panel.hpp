#pragma once

#include <string>
#include <string_view>

#include "lab/exercises/exercise.hpp"

namespace weft::lab {
class Lab;
struct ExerciseText;
struct Question;
}  // namespace weft::lab

namespace weft::ui {

/// The exercises of the lesson. One of them is open at a time.
class ExercisesPanel {
 public:
  /// Within a panel: fills what is left of it. Returns the path of the CSV file whose rows a person wants to
  /// see; mostly none.
  std::string draw(lab::Lab& lab);

 private:
  bool draw_head(std::string_view title, std::string_view state);
  void draw_exercise(lab::Lab& lab, const lab::ExerciseText& text);
  void draw_question(lab::Lab& lab, const lab::Question& question);
  void draw_buttons(lab::Lab& lab, const lab::ExerciseText& text);
  void draw_limit(lab::Lab& lab);
  void draw_rows_button(lab::Lab& lab);

  /// The title of the open one; empty for none.
  std::string_view open_;
  /// It has just been opened: what it has to show is brought into view.
  bool is_new_ = false;
  int language_ = 0;
  lab::ExerciseOptions options_;
  std::string wanted_rows_;
};

}  // namespace weft::ui
