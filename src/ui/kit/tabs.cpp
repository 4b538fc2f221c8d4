#include <algorithm>

#include "imgui_internal.h"
#include "ui/kit/controls.hpp"
#include "ui/kit/widget_registry.hpp"

namespace weft::ui {
namespace {

bool tab(const TabItem& item, ImVec2 extent, bool is_selected) {
  const bool is_pressed = ImGui::InvisibleButton(item.label, extent);
  WidgetRegistry::get().describe(Role::tab, item.label, {.is_checked = is_selected});
  return is_pressed;
}

ImU32 ink_of(bool is_selected) {
  if (is_selected) return colors().accent;
  return ImGui::IsItemHovered() ? colors().text : colors().muted;
}

/// Of its word, in device pixels, when it is chosen.
float width_of(const TabItem& item, float line) {
  const WithFont font(Face::strong, line);
  return ImGui::CalcTextSize(item.label).x;
}

/// What a row of that width leaves beside each word, left and right, if all are of that size.
float room_beside(std::span<const TabItem> items, float width, float line) {
  float words = 0;
  for (const TabItem& item : items) words += width_of(item, line);
  return (width - words) / (2 * static_cast<float>(items.size()));
}

}  // namespace

bool tabs(const char* name, std::span<const TabItem> items, int& selected) {
  const int before = selected;
  ImGui::PushID(name);
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const ImVec2 origin = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const float height = px(40);
  const float padding = std::clamp(room_beside(items, width, size::body), px(4), px(12));
  draw.AddLine({origin.x, origin.y + height}, {origin.x + width, origin.y + height}, colors().border, px(1));
  for (int index = 0; index < static_cast<int>(items.size()); ++index) {
    const TabItem& item = items[static_cast<std::size_t>(index)];
    const WithFont font(selected == index ? Face::strong : Face::text);
    const ImVec2 words = ImGui::CalcTextSize(item.label);
    if (index > 0) ImGui::SameLine(0, 0);
    if (tab(item, {words.x + 2 * padding, height}, selected == index)) selected = index;
    const ImVec2 from = ImGui::GetItemRectMin();
    const ImVec2 to = ImGui::GetItemRectMax();
    draw.AddText({from.x + padding, ImTrunc(from.y + (height - words.y) / 2)}, ink_of(selected == index),
                 item.label);
    if (selected == index)
      draw.AddRectFilled({from.x + padding - px(4), to.y - px(1)}, {to.x - padding + px(4), to.y + px(1)},
                         colors().accent);
  }
  ImGui::PopID();
  return selected != before;
}

bool thumb_tabs(const char* name, std::span<const TabItem> items, int& selected, float height) {
  const int before = selected;
  ImGui::PushID(name);
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  // As wide as its word asks for: of equal width, long words would run into each other.
  const float beside = room_beside(items, ImGui::GetContentRegionAvail().x, size::caption);
  for (int index = 0; index < static_cast<int>(items.size()); ++index) {
    const TabItem& item = items[static_cast<std::size_t>(index)];
    if (index > 0) ImGui::SameLine(0, 0);
    const float width = ImTrunc(width_of(item, size::caption) + 2 * beside);
    if (tab(item, {width, height}, selected == index)) selected = index;
    const ImVec2 from = ImGui::GetItemRectMin();
    const ImU32 ink = ink_of(selected == index);
    {
      const WithFont icons(Face::text, 22);
      const float side = ImGui::GetFontSize();
      const float half = std::min(px(24), width / 2);
      if (selected == index)
        draw.AddRectFilled({ImTrunc(from.x + width / 2 - half), from.y + px(5)},
                           {ImTrunc(from.x + width / 2 + half), from.y + px(33)}, colors().accent_soft,
                           px(14));
      draw.AddText({ImTrunc(from.x + (width - side) / 2), from.y + px(8)}, ink, item.icon);
    }
    const WithFont caption(selected == index ? Face::strong : Face::text, size::caption);
    const ImVec2 words = ImGui::CalcTextSize(item.label);
    draw.AddText({ImTrunc(from.x + (width - words.x) / 2), from.y + px(36)}, ink, item.label);
  }
  ImGui::PopID();
  return selected != before;
}

}  // namespace weft::ui
