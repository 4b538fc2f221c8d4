#pragma once

#include <cstddef>
#include <cstdint>

namespace weft::lab {
class Lab;
class Stepper;
}  // namespace weft::lab

namespace weft::ui {

/// Steps the line generators: one file's, or those of all files in turn.
class LinesPanel {
 public:
  /// Within a panel: fills what is left of it.
  void draw(lab::Lab& lab);

  /// Space plays and pauses, N steps.
  void handle_shortcuts(lab::Lab& lab);

 private:
  void draw_source(lab::Lab& lab);
  void draw_buttons(lab::Lab& lab);
  void draw_lines(const lab::Stepper& stepper);
  lab::Stepper* opened(lab::Lab& lab);
  void step(lab::Lab& lab, std::size_t lines);
  void toggle_play(lab::Lab& lab);

  std::uint64_t shown_ = 0;
};

}  // namespace weft::ui
