#pragma once

#include <algorithm>

#include "imgui.h"

namespace weft::ui {

/// The stretch of time that a drawing shows, in ms, and where it stands on the screen, in device pixels.
struct TimeAxis {
  double from_ms = 0;
  double to_ms = 1;
  float left = 0;
  float right = 1;

  double scale() const { return static_cast<double>(right - left) / (to_ms - from_ms); }
  float x_of(double ms) const { return left + static_cast<float>((ms - from_ms) * scale()); }
  /// The same, or the end of the axis that is nearest.
  float x_within(double ms) const { return std::clamp(x_of(ms), left, right); }
  double ms_of(float x) const { return from_ms + static_cast<double>(x - left) / scale(); }

  double middle_ms() const { return (from_ms + to_ms) / 2; }

  /// The same room, showing more (`factor` > 1) or less around `ms`, which stays where it is.
  void zoom(double ms, double factor);
  /// Moves by device pixels.
  void pan(float pixels);
  /// Keeps the view within a stretch, and no narrower than 20 µs.
  void keep_within(double start_ms, double end_ms);
};

/// Vertical lines at round figures, counted from `zero_ms`, with the figures on top of them, between `top`
/// and `bottom`.
void draw_ticks(const TimeAxis& axis, double zero_ms, float top, float bottom);

}  // namespace weft::ui
