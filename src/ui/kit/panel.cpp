#include "ui/kit/panel.hpp"

#include <algorithm>

#include "imgui_internal.h"
#include "ui/kit/controls.hpp"
#include "ui/kit/widget_registry.hpp"

namespace weft::ui {

Panel::Panel(const char* name, ImVec2 size) {
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {px(16), px(10)});
  ImGui::BeginChild(name, size, ImGuiChildFlags_Borders | ImGuiChildFlags_AlwaysUseWindowPadding,
                    ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
  ImGui::PopStyleVar();
}

Panel::~Panel() { ImGui::EndChild(); }

void Panel::title(const char* name, const char* summary, float beside) {
  const float height = control_height();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  float width = 0;
  {
    const WithFont font(Face::strong, size::heading);
    width = ImGui::CalcTextSize(name).x;
    draw_text({at.x, ImTrunc(at.y + (height - ImGui::GetFontSize()) / 2)}, at.x + width + px(1), name,
              colors().text);
  }
  const WithFont font(Face::text, size::small);
  const ImVec2 words = ImGui::CalcTextSize(summary);
  const float gap = width > 0 ? px(12) : 0;
  const float left = at.x + width + gap;
  const float right = at.x + ImGui::GetContentRegionAvail().x - beside;
  draw_text({left, ImTrunc(at.y + (height - words.y) / 2) + px(1)}, right, summary, colors().muted);
  ImGui::Dummy({std::min(width + gap + words.x, right - at.x), height});
  WidgetRegistry::get().describe(Role::text, name, {.value = summary});
}

ScrollArea::ScrollArea(const char* name, float below) {
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
  ImGui::PushStyleColor(ImGuiCol_ChildBg, 0);
  ImGui::BeginChild(name, {0, -below - (below > 0 ? ImGui::GetStyle().ItemSpacing.y : 0)},
                    ImGuiChildFlags_None, ImGuiWindowFlags_None);
  ImGui::PopStyleColor();
  ImGui::PopStyleVar();
}

ScrollArea::~ScrollArea() { ImGui::EndChild(); }

SmallWindow::SmallWindow(const char* name, bool opens_now) {
  if (opens_now) ImGui::OpenPopup(name);
  const ImVec2 below = {ImGui::GetItemRectMax().x, ImGui::GetItemRectMax().y + px(6)};
  ImGui::SetNextWindowPos(below, ImGuiCond_Appearing, {1, 0});
  ImGui::SetNextWindowSize({px(316), 0});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {px(12), px(12)});
  is_open_ = ImGui::BeginPopup(name);
  ImGui::PopStyleVar();
  // Before the page's own shortcut, which cancels what is under way.
  if (is_open_ && ImGui::Shortcut(ImGuiKey_Escape)) ImGui::CloseCurrentPopup();
}

SmallWindow::~SmallWindow() {
  if (is_open_) ImGui::EndPopup();
}

Tooltip::Tooltip() : is_open_(ImGui::BeginTooltip()) {}

Tooltip::~Tooltip() {
  if (is_open_) ImGui::EndTooltip();
}

namespace {

/// Every line of `words` in the middle of the panel, none wider than `width`.
void centred(std::string_view words, float width, ImU32 color) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float room = ImGui::GetContentRegionAvail().x;
  const char* from = words.data();
  const char* const end = from + words.size();
  float y = at.y;
  while (from < end) {
    const char* to = ImGui::GetFont()->CalcWordWrapPosition(ImGui::GetFontSize(), from, end, width);
    const float own = ImGui::CalcTextSize(from, to).x;
    const float left = ImTrunc(at.x + (room - own) / 2);
    draw_text({left, y}, left + own + px(1), {from, to}, color);
    y += ImGui::GetFontSize() + px(2);
    from = to;
    while (from < end && *from == ' ') ++from;
  }
  ImGui::Dummy({room, y - at.y});
  WidgetRegistry::get().describe(Role::text, words);
}

}  // namespace

void empty_state(const char* heading, const char* sentence) {
  const float width = std::min(ImGui::GetContentRegionAvail().x, px(330));
  {
    const WithFont font(Face::strong);
    centred(heading, width, colors().text);
  }
  centred(sentence, width, colors().muted);
}

}  // namespace weft::ui
