#include "ui/touch.hpp"

#include <cmath>

#include "imgui_internal.h"
#include "ui/theme.hpp"

namespace weft::ui {
namespace {

/// The innermost window under the finger that has more to show than fits.
ImGuiWindow* scrollable_under_pointer() {
  for (ImGuiWindow* window = ImGui::GetCurrentContext()->HoveredWindow; window != nullptr;
       window = window->ParentWindow)
    if (window->ScrollMax.y > 0) return window;
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
    if (std::abs(way.y) < px(8) || std::abs(way.y) < std::abs(way.x) || is_held_item_dragged()) return;
    scrolled_ = scrollable_under_pointer();
    if (scrolled_ == nullptr) return;
    ImGui::ClearActiveID();
  }
  ImGui::SetScrollY(scrolled_, scrolled_->Scroll.y - io.MouseDelta.y);
}

}  // namespace weft::ui
