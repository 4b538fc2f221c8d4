#pragma once

struct ImGuiWindow;

namespace weft::ui {

/// Lets a finger scroll what it is drawn across, as on any page; Dear ImGui knows a mouse and its wheel only.
/// A press that became a scroll presses nothing.
class TouchScroll {
 public:
  /// At the start of a frame, before any widget.
  void update();

 private:
  ImGuiWindow* scrolled_ = nullptr;
  bool is_on_sides_ = false;
};

}  // namespace weft::ui
