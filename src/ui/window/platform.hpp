#pragma once

#include <functional>
#include <utility>

#include "ui/window/renderer.hpp"

namespace weft::ui {

/// The window, its WebGL 2 context and Dear ImGui, which draws in device pixels: text is crisp at every zoom.
class Platform {
 public:
  /// Null if the browser gives no WebGL 2 context. One at a time.
  static Platform* start();
  ~Platform();
  Platform(const Platform&) = delete;
  Platform& operator=(const Platform&) = delete;

  /// Hands the events since the last frame to Dear ImGui and begins a frame.
  void begin_frame();
  /// Ends the frame and draws it over `background`, a colour of Dear ImGui's.
  void end_frame(unsigned background);

  /// `on_input` is called for every event that may change what is seen, from any stack.
  void watch_input(std::function<void()> on_input) { on_input_ = std::move(on_input); }

  /// False while the browser has taken the graphics away; frames are pointless until it gives them back.
  bool can_draw() const { return !is_context_lost_; }

  /// Device pixels per CSS pixel, zoom included.
  float scale() const { return scale_; }

  // Called by the page.
  void resize(int width, int height, float scale);
  void change_colours(bool is_dark);
  void lose_context();
  void restore_context();

 private:
  struct Native;
  Platform();
  bool open();

  Native* native_;
  Renderer renderer_;
  std::function<void()> on_input_ = [] {};
  float scale_ = 1;
  bool is_context_lost_ = false;
};

}  // namespace weft::ui
