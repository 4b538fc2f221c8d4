#pragma once

#include <cstdint>

namespace weft::lab {
class Lab;
}

namespace weft::ui {

class App;
class Platform;

/// Draws when there is something new to see: after input, and when the model has changed. While work goes on
/// it leaves the processor to the work and asks for 25 frames a second at most.
class FrameLoop {
 public:
  /// All of them outlive the loop.
  FrameLoop(lab::Lab& lab, Platform& platform, App& app) : lab_(lab), platform_(platform), app_(app) {}

  /// Begins to run, for good.
  void start();

 private:
  void on_input() { frames_wanted_ = settling_frames; }
  static void request_frame(void* self);
  static void on_animation_frame(void* self);
  void request_next_frame();
  void tick(double now_ms);
  bool should_draw(double now_ms) const;
  bool is_urgent() const;
  bool is_waiting_for_hover(double now_ms) const;
  double busy_interval() const;
  void draw(double now_ms);

  /// A press shows its effect one frame later, and a layout may need another one.
  static constexpr int settling_frames = 3;
  static constexpr double busy_interval_ms = 1000.0 / 25;
  static constexpr double longest_busy_interval_ms = 400;
  static constexpr double refresh_ms = 1000.0 / 60;

  lab::Lab& lab_;
  Platform& platform_;
  App& app_;
  int frames_wanted_ = settling_frames;
  std::uint64_t drawn_revision_ = 0;
  double drawn_at_ms_ = -1000;
  double input_at_ms_ = 0;
  /// How much later than usual the last drawing made the next animation frame.
  double delay_ms_ = 0;
  bool has_just_drawn_ = false;
  bool has_announced_ = false;
};

}  // namespace weft::ui
