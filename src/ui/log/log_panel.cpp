#include "ui/log/log_panel.hpp"

#include <string>

#include "imgui_internal.h"
#include "lab/log.hpp"
#include "ui/commands.hpp"
#include "ui/kit/browser.hpp"
#include "ui/kit/controls.hpp"
#include "ui/kit/format.hpp"
#include "ui/kit/icons.hpp"
#include "ui/kit/panel.hpp"
#include "ui/kit/widget_registry.hpp"

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

void LogPanel::draw_lines() {
  const ScrollArea area("Log lines");
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
  const auto& lines = log_.lines();
  ImGuiListClipper clipper;
  clipper.Begin(static_cast<int>(lines.size()));
  while (clipper.Step())
    for (int at = clipper.DisplayStart; at < clipper.DisplayEnd; ++at)
      draw_line(lines[static_cast<std::size_t>(at)]);
  ImGui::PopStyleVar();
  if (log_.added() != shown_) ImGui::SetScrollHereY(1);
  shown_ = log_.added();
}

void LogPanel::draw(bool has_lesson) {
  constexpr const Command& lesson = command("Run the whole lesson");
  const bool has_lines = !log_.lines().empty();
  Panel::title("", count_of(log_.lines().size(), "line", "lines").c_str());
  const ButtonLook copy = {
      .icon = icon::copy, .is_enabled = has_lines, .hint = "Copy all lines to the clipboard."};
  const ButtonLook clear = {.icon = icon::clear, .is_enabled = has_lines};
  align_right(button_width("Copy", copy) + button_width("Clear", clear) + ImGui::GetStyle().ItemSpacing.x);
  if (button("Copy", copy)) copy_to_clipboard(log_.text());
  ImGui::SameLine();
  if (button("Clear", clear)) log_.clear();
  if (has_lines && has_lesson) commands_.button(lesson);
  if (has_lines) return draw_lines();
  ImGui::Dummy({0, ImGui::GetContentRegionAvail().y / 4});
  empty_state("Nothing to tell yet", "Every run tells its story here, line by line, as a terminal would.");
  ImGui::SetCursorPosX((ImGui::GetWindowWidth() - Commands::width(lesson)) / 2);
  commands_.button(lesson);
}

}  // namespace weft::ui
