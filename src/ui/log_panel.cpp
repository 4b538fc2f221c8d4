#include "ui/log_panel.hpp"

#include <string>

#include "imgui_internal.h"
#include "lab/lab.hpp"
#include "ui/browser.hpp"
#include "ui/commands.hpp"
#include "ui/controls.hpp"
#include "ui/format.hpp"
#include "ui/icons.hpp"
#include "ui/panel.hpp"
#include "ui/widget_registry.hpp"

namespace weft::ui {
namespace {

bool is_heading(const std::string& line) { return line.starts_with("---"); }
bool is_total(const std::string& line) { return line.find(" total: ") != std::string::npos; }

void draw_line(const std::string& line) {
  const WithFont font(Face::mono, size::small);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float room = ImGui::GetContentRegionAvail().x;
  const ImU32 color = is_heading(line) ? colors().accent : is_total(line) ? colors().text : colors().muted;
  draw_text({at.x, at.y + px(2)}, at.x + room - px(6), line, color, Flow::from_left_to_right);
  ImGui::Dummy({room, ImGui::GetTextLineHeight() + px(4)});
  WidgetRegistry::get().describe(Role::text, line);
}

}  // namespace

void LogPanel::draw_lines(lab::Lab& lab) {
  const ScrollArea area("Log lines");
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
  const auto& lines = lab.log().lines();
  ImGuiListClipper clipper;
  clipper.Begin(static_cast<int>(lines.size()));
  while (clipper.Step())
    for (int at = clipper.DisplayStart; at < clipper.DisplayEnd; ++at)
      draw_line(lines[static_cast<std::size_t>(at)]);
  ImGui::PopStyleVar();
  if (lab.log().added() != shown_) ImGui::SetScrollHereY(1);
  shown_ = lab.log().added();
}

void LogPanel::draw(lab::Lab& lab, bool has_lesson) {
  const bool has_lines = !lab.log().lines().empty();
  Panel::title("", count_of(lab.log().lines().size(), "line", "lines").c_str());
  const ButtonLook copy = {
      .icon = icon::copy, .is_enabled = has_lines, .hint = "Copy all lines to the clipboard."};
  const ButtonLook clear = {.icon = icon::clear, .is_enabled = has_lines};
  align_right(button_width("Copy", copy) + button_width("Clear", clear) + ImGui::GetStyle().ItemSpacing.x);
  if (button("Copy", copy)) copy_to_clipboard(lab.log().text());
  ImGui::SameLine();
  if (button("Clear", clear)) lab.log().clear();
  if (has_lines && has_lesson) commands::lesson(lab);
  if (has_lines) return draw_lines(lab);
  ImGui::Dummy({0, ImGui::GetContentRegionAvail().y / 4});
  empty_state("Nothing to tell yet", "Every run tells its story here, line by line, as a terminal would.");
  ImGui::SetCursorPosX(
      (ImGui::GetWindowWidth() - button_width("Run the whole lesson##log", {.icon = icon::lesson})) / 2);
  commands::lesson(lab);
}

}  // namespace weft::ui
