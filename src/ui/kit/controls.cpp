#include "ui/kit/controls.hpp"

#include <algorithm>

#include "imgui_internal.h"
#include "ui/kit/browser.hpp"
#include "ui/kit/panel.hpp"
#include "ui/kit/widget_registry.hpp"

namespace weft::ui {
namespace {

/// The slider's track and knob, in the rectangle of the item that was drawn invisibly.
void draw_track(ImRect room, float part, bool is_lively) {
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const float middle = ImTrunc(room.GetCenter().y);
  const float radius = px(7);
  const float thickness = px(2);
  const float knob = ImLerp(room.Min.x + radius, room.Max.x - radius, part);
  draw.AddRectFilled({room.Min.x, middle - thickness}, {room.Max.x, middle + thickness}, colors().sunken,
                     thickness);
  draw.AddRectFilled({room.Min.x, middle - thickness}, {knob, middle + thickness}, colors().accent,
                     thickness);
  draw.AddCircleFilled({knob, middle}, is_lively ? radius + px(1) : radius, colors().accent);
  draw.AddCircleFilled({knob, middle}, px(3), colors().panel);
}

/// Beside the item, never over it or its neighbours in the line.
void place_tooltip(ImRect item) {
  const ImVec2 view = ImGui::GetMainViewport()->Size;
  const bool is_low = item.Max.y > view.y * 0.75F;
  const bool is_right = item.GetCenter().x > view.x * 0.6F;
  ImGui::SetNextWindowPos(
      {is_right ? item.Max.x : item.Min.x, is_low ? item.Min.y - px(6) : item.Max.y + px(6)}, 0,
      {is_right ? 1.0F : 0.0F, is_low ? 1.0F : 0.0F});
}

/// The name of a key, framed like one.
void draw_key(const char* name) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const ImVec2 words = ImGui::CalcTextSize(name);
  const ImVec2 extent = {words.x + px(12), words.y + px(4)};
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  draw.AddRectFilled(at, {at.x + extent.x, at.y + extent.y}, colors().sunken, px(4));
  draw.AddRect(at, {at.x + extent.x, at.y + extent.y}, colors().border, px(4), 0, px(1));
  draw.AddText({at.x + px(6), at.y + px(2)}, colors().muted, name);
  ImGui::Dummy(extent);
}

}  // namespace

bool slider(const char* label, int& value, int least, int most, const char* figure, const char* words) {
  ImGui::BeginGroup();
  text(spoken(label));
  {
    const WithFont font(Face::strong);
    align_right(ImGui::CalcTextSize(figure).x);
    ImGui::TextUnformatted(figure);
  }
  ImGui::SetNextItemWidth(-FLT_MIN);
  for (const ImGuiCol color : {ImGuiCol_FrameBg, ImGuiCol_FrameBgHovered, ImGuiCol_FrameBgActive,
                               ImGuiCol_SliderGrab, ImGuiCol_SliderGrabActive, ImGuiCol_Text})
    ImGui::PushStyleColor(color, 0);
  ImGui::PushID(label);
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {px(4), px(has_coarse_pointer() ? 9 : 4)});
  const bool has_changed = ImGui::SliderInt("##slider", &value, least, most, "", ImGuiSliderFlags_NoInput);
  ImGui::PopStyleVar();
  ImGui::PopID();
  ImGui::PopStyleColor(6);
  WidgetRegistry::get().describe(Role::slider, label, {.value = figure});
  const bool is_lively = ImGui::IsItemHovered() || ImGui::IsItemActive();
  draw_track({ImGui::GetItemRectMin(), ImGui::GetItemRectMax()},
             std::clamp(static_cast<float>(value - least) / static_cast<float>(std::max(1, most - least)),
                        0.0F, 1.0F),
             is_lively);
  if (words != nullptr) {
    const WithFont small(Face::text, size::small);
    paragraph(words, colors().muted);
  }
  ImGui::Dummy({0, px(12)});
  ImGui::EndGroup();
  return has_changed;
}

void hint(std::string_view words, const char* shortcut) {
  if (has_coarse_pointer()) return;
  constexpr auto flags = ImGuiHoveredFlags_ForTooltip | ImGuiHoveredFlags_AllowWhenDisabled;
  if (!ImGui::IsItemHovered(flags)) return;
  place_tooltip({ImGui::GetItemRectMin(), ImGui::GetItemRectMax()});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {px(12), px(8)});
  if (const Tooltip tooltip; tooltip.is_open()) {
    const WithFont small(Face::text, size::small);
    wrapped_text(words, px(288), 0, Flow::of_first_letter);
    if (shortcut != nullptr) draw_key(shortcut);
  }
  ImGui::PopStyleVar();
}

void align_right(float width) {
  ImGui::SameLine(0, 0);
  const float room = ImGui::GetContentRegionAvail().x;
  ImGui::SetCursorPosX(ImGui::GetCursorPosX() + std::max(0.0F, room - width));
}

}  // namespace weft::ui
