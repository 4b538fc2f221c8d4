#pragma once

#include <vector>

#include "imgui.h"
#include "lab/timeline.hpp"
#include "ui/time_axis.hpp"

namespace weft::ui {

/// The lanes of a timeline in a stretch of the screen.
struct LanePicture {
  const lab::Timeline& timeline;
  const std::vector<const lab::Lane*>& lanes;
  TimeAxis axis;
  double now_ms;
  float top;
  float lane_height;

  void draw() const;

  /// The stay that stands at a place of the screen; a span with fiber 0 if there is none.
  lab::Span at(ImVec2 place) const;

 private:
  void draw_span(std::size_t lane, const lab::Span& span, std::vector<float>& painted_to) const;
  std::size_t lane_of(fiber::FiberId fiber) const;
};

/// Two small made-up timelines, sync above async: what to expect before anything has run.
void draw_example_lanes(ImVec2 at, ImVec2 size);

}  // namespace weft::ui
