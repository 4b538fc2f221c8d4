#include <string>

#include "imgui_internal.h"
#include "ui/kit/browser.hpp"
#include "ui/kit/controls.hpp"
#include "ui/kit/widget_registry.hpp"

namespace weft::ui {
namespace {

struct Paint {
  ImU32 ground, edge, ink;
};

Paint paint_of(Emphasis emphasis, bool is_hovered, bool is_held) {
  const Palette& use = colors();
  switch (emphasis) {
    case Emphasis::primary:
      return {is_hovered ? use.accent_hover : use.accent, 0, use.on_accent};
    case Emphasis::normal:
      return {is_held ? use.sunken : is_hovered ? use.hover : use.panel, use.border, use.text};
    case Emphasis::quiet:
      return {is_held ? use.border : is_hovered ? use.sunken : 0, 0, use.muted};
  }
  return {};
}

std::string face_of(const char* label, const ButtonLook& look) {
  std::string face = look.icon != nullptr ? look.icon : "";
  if (look.is_icon_only) return face;
  if (!face.empty()) face += "\xE2\x80\x82";
  return face.append(spoken(label));
}

float padding_of(const ButtonLook& look) {
  return look.is_icon_only ? (control_height() - ImGui::GetFontSize()) / 2 : px(12);
}

}  // namespace

float control_height() { return px(has_coarse_pointer() ? 40 : 32); }

float button_width(const char* label, const ButtonLook& look) {
  if (look.width > 0) return px(look.width);
  const WithFont font(look.emphasis == Emphasis::primary ? Face::strong : Face::text);
  return ImGui::CalcTextSize(face_of(label, look).c_str()).x + 2 * padding_of(look);
}

bool button(const char* label, const ButtonLook& look) {
  ImGui::BeginDisabled(!look.is_enabled);
  const ImVec2 extent = {button_width(label, look), control_height()};
  const bool is_pressed = ImGui::InvisibleButton(label, extent);
  const ImVec2 from = ImGui::GetItemRectMin();
  const ImVec2 to = ImGui::GetItemRectMax();
  const Paint paint = paint_of(look.emphasis, ImGui::IsItemHovered(), ImGui::IsItemActive());
  const float opacity = look.is_enabled ? 1 : 0.45F;
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  draw.AddRectFilled(from, to, fade(paint.ground, opacity), px(6));
  if (paint.edge != 0) draw.AddRect(from, to, fade(paint.edge, opacity), px(6), 0, px(1));
  {
    const WithFont font(look.emphasis == Emphasis::primary ? Face::strong : Face::text);
    const std::string face = face_of(label, look);
    const ImVec2 room = ImGui::CalcTextSize(face.c_str());
    draw.AddText({ImTrunc((from.x + to.x - room.x) / 2), ImTrunc((from.y + to.y - room.y) / 2)},
                 fade(paint.ink, opacity), face.c_str());
  }
  ImGui::EndDisabled();
  if (look.hint != nullptr || look.is_icon_only) {
    const std::string_view words = look.hint != nullptr ? std::string_view(look.hint) : spoken(label);
    hint(words, look.shortcut);
  }
  return is_pressed;
}

float segments_width(std::span<const char* const> labels) {
  const WithFont font(Face::strong);
  float width = px(6);
  for (const char* label : labels) width += ImGui::CalcTextSize(label).x + px(24);
  return width;
}

bool segments(const char* name, std::span<const char* const> labels, int& selected, bool is_enabled,
              const char* words) {
  const WithFont font(Face::strong);
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const ImVec2 origin = ImGui::GetCursorScreenPos();
  const float height = control_height();
  const float inset = px(3);
  const float opacity = is_enabled ? 1 : 0.5F;
  draw.AddRectFilled(origin, {origin.x + segments_width(labels), origin.y + height}, colors().sunken, px(8));
  bool has_changed = false;
  ImGui::PushID(name);
  ImGui::BeginGroup();
  ImGui::BeginDisabled(!is_enabled);
  float x = origin.x + inset;
  for (int index = 0; index < static_cast<int>(labels.size()); ++index) {
    const char* label = labels[static_cast<std::size_t>(index)];
    const ImVec2 text_size = ImGui::CalcTextSize(label);
    const ImVec2 extent = {text_size.x + px(24), height - 2 * inset};
    ImGui::SetCursorScreenPos({x, origin.y + inset});
    if (ImGui::InvisibleButton(label, extent) && selected != index) {
      selected = index;
      has_changed = true;
    }
    WidgetRegistry::get().describe(Role::radio, label, {.is_checked = selected == index});
    const bool is_selected = selected == index;
    const ImVec2 from = ImGui::GetItemRectMin();
    if (is_selected) {
      draw.AddRectFilled(from, ImGui::GetItemRectMax(), fade(colors().panel, opacity), px(6));
      draw.AddRect(from, ImGui::GetItemRectMax(), fade(colors().border, opacity), px(6));
    }
    const ImU32 ink = is_selected ? colors().accent : ImGui::IsItemHovered() ? colors().text : colors().muted;
    draw.AddText({from.x + px(12), ImTrunc(from.y + (extent.y - text_size.y) / 2)}, fade(ink, opacity),
                 label);
    x += extent.x;
  }
  ImGui::EndDisabled();
  ImGui::SetCursorScreenPos(origin);
  ImGui::Dummy({segments_width(labels), height});
  ImGui::EndGroup();
  ImGui::PopID();
  if (words != nullptr) hint(words);
  return has_changed;
}

}  // namespace weft::ui
