#pragma once

#include <vector>

#include "imgui.h"
#include "lab/timeline.hpp"
#include "ui/timeline/lane_strips.hpp"
#include "ui/timeline/time_axis.hpp"

namespace weft::ui {

/// The strips of a timeline on a part of the screen.
struct LanePicture {
  const lab::Timeline& timeline;
  /// By fiber, and by time where one fiber has several.
  const std::vector<Strip>& strips;
  TimeAxis axis;
  double now_ms;
  float top;
  float lane_height;

  void draw() const;

  /// Marks a stretch of a stay as one of the critical path.
  void underline(const lab::Span& stay, double from_ms, double to_ms) const;
  void outline(const lab::Span& stay) const;
  /// From the lane of `cause` to where `effect` began, or, if that had begun before, to where it ended.
  void draw_arrow(const lab::Span& cause, const lab::Span& effect) const;

  /// Which strip is at a height of the screen; it may be beyond the last.
  std::size_t strip_at(float y) const;

  /// A strip that does something at a time; the first if there is none.
  std::size_t busy_at(double ms) const;

  /// The stay that stands at a place of the screen; a span with fiber 0 if there is none.
  lab::Span at(ImVec2 place) const;

 private:
  template <class F>
  void for_each_stay(F&& visit) const;
  void draw_stay(std::size_t strip, const lab::Span& stay, std::vector<float>& painted_to) const;
  std::size_t strip_of(const lab::Span& stay) const;
  /// The middle of a strip's lane.
  float y_of(std::size_t strip) const { return top + (static_cast<float>(strip) + 0.5F) * lane_height; }
};

/// Two small made-up timelines, sync beside async: what to expect before anything has run.
void draw_example_lanes(ImVec2 at, ImVec2 size);

}  // namespace weft::ui
