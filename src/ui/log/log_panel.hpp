#pragma once

#include <cstdint>

namespace weft::lab {
class Log;
}

namespace weft::ui {

class Commands;

/// What a terminal version of the page would have printed.
class LogPanel {
 public:
  /// Both outlive the panel.
  LogPanel(lab::Log& log, const Commands& commands) : log_(log), commands_(commands) {}

  /// Within a panel: fills what is left of it. `has_lesson`: with a button that runs the whole lesson.
  void draw(bool has_lesson);

 private:
  void draw_lines();

  lab::Log& log_;
  const Commands& commands_;
  std::uint64_t shown_ = 0;
};

}  // namespace weft::ui
