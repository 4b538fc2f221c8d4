#include "ui/kit/touch.hpp"

#include <algorithm>
#include <cmath>

#include "imgui_internal.h"
#include "ui/kit/theme.hpp"

namespace weft::ui {
namespace {

/// The innermost window under the finger that has more to show than fits, above and below or on the sides.
ImGuiWindow* scrollable_under_pointer(bool on_sides) {
  for (ImGuiWindow* window = ImGui::GetCurrentContext()->HoveredWindow; window != nullptr;
       window = window->ParentWindow)
    if ((on_sides ? window->ScrollMax.x : window->ScrollMax.y) > 0) return window;
  return nullptr;
}

/// What is held wants the movement for itself: a slider, a scroll bar.
bool is_held_item_dragged() {
  const ImGuiContext& context = *ImGui::GetCurrentContext();
  return context.ActiveId != 0 && context.ActiveIdUsingNavDirMask != 0;
}

}  // namespace

void TouchScroll::update() {
  const ImGuiIO& io = ImGui::GetIO();
  if (io.MouseSource != ImGuiMouseSource_TouchScreen || !io.MouseDown[0]) {
    scrolled_ = nullptr;
    return;
  }
  if (scrolled_ == nullptr) {
    const ImVec2 way = ImGui::GetMouseDragDelta(ImGuiMouseButton_Left, 0);
    if (std::max(std::abs(way.x), std::abs(way.y)) < px(8) || is_held_item_dragged()) return;
    is_on_sides_ = std::abs(way.x) > std::abs(way.y);
    scrolled_ = scrollable_under_pointer(is_on_sides_);
    if (scrolled_ == nullptr) return;
    ImGui::ClearActiveID();
  }
  if (is_on_sides_) {
    ImGui::SetScrollX(scrolled_, scrolled_->Scroll.x - io.MouseDelta.x);
  } else {
    ImGui::SetScrollY(scrolled_, scrolled_->Scroll.y - io.MouseDelta.y);
  }
}

}  // namespace weft::ui
