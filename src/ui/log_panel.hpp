#pragma once

#include <cstdint>

namespace weft::lab {
class Lab;
}

namespace weft::ui {

/// What a terminal version of the page would have printed.
class LogPanel {
 public:
  /// Within a panel: fills what is left of it. `has_lesson`: with a button that runs the whole lesson.
  void draw(lab::Lab& lab, bool has_lesson);

 private:
  void draw_lines(lab::Lab& lab);

  std::uint64_t shown_ = 0;
};

}  // namespace weft::ui
