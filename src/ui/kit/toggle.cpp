#include <algorithm>

#include "imgui_internal.h"
#include "ui/kit/controls.hpp"
#include "ui/kit/widget_registry.hpp"

namespace weft::ui {
namespace {

constexpr float track_width = 34;
constexpr float track_height = 20;

void draw_switch(ImVec2 at, bool is_on, bool is_lively) {
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const ImVec2 end = {at.x + px(track_width), at.y + px(track_height)};
  const float radius = px(track_height / 2);
  draw.AddRectFilled(at, end, is_on ? colors().accent : colors().sunken, radius);
  draw.AddRect(at, end, is_on ? colors().accent : colors().muted, radius, 0, px(1));
  const float knob = is_on ? end.x - radius : at.x + radius;
  draw.AddCircleFilled({knob, at.y + radius}, radius - px(is_lively ? 3 : 4),
                       is_on ? colors().on_accent : colors().muted);
}

}  // namespace

bool toggle(const char* label, bool& is_on, const char* words) {
  ImGui::BeginGroup();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const float height = std::max(px(track_height), control_height());
  const bool is_pressed = ImGui::InvisibleButton(label, {width, height});
  if (is_pressed) is_on = !is_on;
  WidgetRegistry::get().describe(Role::checkbox, spoken(label), {.is_checked = is_on});
  const bool is_lively = ImGui::IsItemHovered() || ImGui::IsItemActive();
  draw_text({at.x, ImTrunc(at.y + (height - ImGui::GetFontSize()) / 2)}, at.x + width - px(track_width + 8),
            spoken(label), colors().text);
  draw_switch({at.x + width - px(track_width), ImTrunc(at.y + (height - px(track_height)) / 2)}, is_on,
              is_lively);
  if (words != nullptr) {
    const WithFont small(Face::text, size::small);
    paragraph(words, colors().muted);
  }
  ImGui::Dummy({0, px(12)});
  ImGui::EndGroup();
  return is_pressed;
}

}  // namespace weft::ui
