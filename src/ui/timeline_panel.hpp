#pragma once

#include "imgui.h"
#include "ui/time_axis.hpp"

namespace weft::lab {
class Lab;
}

namespace weft::ui {

/// What every fiber did in the last run: a lane a fiber, the time from left to right, a colour and a
/// thickness a state.
class TimelinePanel {
 public:
  void draw(lab::Lab& lab, ImVec2 size);

 private:
  void draw_head(const lab::Lab& lab);
  void draw_lanes(const lab::Lab& lab);
  void handle_pointer(double start_ms, double end_ms);
  void zoom(double factor);

  TimeAxis axis_;
  /// Shows the whole run, and follows it while it goes on.
  bool shows_all_ = true;
};

}  // namespace weft::ui
