#pragma once

#include <cstdint>

namespace weft::lab {

/// A number that grows whenever there is something new to draw. Progress of a run, which changes with every
/// read, lets it grow 30 times a second at most.
class Revision {
 public:
  std::uint64_t value() const { return value_; }

  /// Draw in the next frame.
  void bump() { ++value_; }

  /// Draw soon.
  void bump_soon() { is_waiting_ = true; }

  /// At every animation frame.
  void on_frame(double now_ms) {
    if (!is_waiting_ || now_ms - bumped_at_ms_ < interval_ms) return;
    is_waiting_ = false;
    bumped_at_ms_ = now_ms;
    bump();
  }

  static constexpr double interval_ms = 1000.0 / 30;

 private:
  std::uint64_t value_ = 1;
  bool is_waiting_ = false;
  double bumped_at_ms_ = 0;
};

}  // namespace weft::lab
