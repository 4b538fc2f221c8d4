#pragma once

#include <cstddef>

#include "imgui.h"
#include "ui/timeline/stay_selection.hpp"
#include "ui/timeline/time_axis.hpp"

namespace weft::lab {
class Run;
class Timeline;
}  // namespace weft::lab

namespace weft::ui {

struct LanePicture;

/// What every fiber did in the last run: a lane a fiber, the time from left to right, a colour and a
/// thickness a state.
class TimelinePanel {
 public:
  /// All of it outlives the panel.
  TimelinePanel(const lab::Timeline& timeline, const lab::Run& run, StaySelection& selection)
      : timeline_(timeline), run_(run), selection_(selection) {}

  /// Keys to follow causes; every frame, whether the panel is shown or not.
  void handle_shortcuts();

  void draw(ImVec2 size);

 private:
  void draw_head();
  void draw_selected();
  void draw_lanes();
  void draw_marks(const LanePicture& picture);
  void select_under_pointer(const LanePicture& picture);
  void handle_pointer(double start_ms, double end_ms);
  void zoom(double ms, double factor);
  float lane_height_for(std::size_t lanes, float room) const;
  void keep_strip(std::size_t strip, float y);

  const lab::Timeline& timeline_;
  const lab::Run& run_;
  StaySelection& selection_;
  TimeAxis axis_;
  /// Shows the whole run, and follows it while it goes on.
  bool shows_all_ = true;
  /// The first look closer at a crowd of lanes goes to one that is busy at this time.
  bool has_just_zoomed_ = false;
  double focus_ms_ = 0;
  /// The lane that stays where it is on the screen when the lanes become thicker; -1 for none.
  float kept_strip_ = -1;
  float kept_y_ = 0;
};

}  // namespace weft::ui
