#include "ui/header.hpp"

#include "imgui_internal.h"
#include "lab/activities.hpp"
#include "ui/commands.hpp"
#include "ui/kit/controls.hpp"
#include "ui/kit/icons.hpp"
#include "ui/kit/widget_registry.hpp"

namespace weft::ui {
namespace {

constexpr auto purpose = "Reads many files at once, each on its own fiber.";

/// The sign, the name, and as much of the purpose as there is room for.
void draw_name(float right) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float height = control_height();
  const auto middle = [at, height] { return ImTrunc(at.y + (height - ImGui::GetFontSize()) / 2); };
  float x = at.x;
  {
    const WithFont font(Face::strong, 28);
    draw_icon({x, middle()}, icon::weft, colors().accent);
    x += ImGui::GetFontSize() + px(8);
  }
  {
    const WithFont font(Face::strong, size::title);
    draw_text({x, middle()}, right, "Weft", colors().text);
    x += ImGui::CalcTextSize("Weft").x + px(16);
  }
  const float room = right - x - px(24);
  if (ImGui::CalcTextSize(purpose).x <= room)
    draw_text({x, middle() + px(1)}, right, purpose, colors().muted);
  ImGui::Dummy({x - at.x, height});
  WidgetRegistry::get().describe(Role::text, "Weft", {.value = purpose});
}

void draw_wide(const Commands& commands, lab::Preferences& preferences, bool is_busy) {
  const float theme_width = control_height() + ImGui::GetStyle().ItemSpacing.x;
  const float commands_width = commands.row_width() + theme_width;
  draw_name(ImGui::GetCursorScreenPos().x + ImGui::GetContentRegionAvail().x - commands_width);
  align_right(commands_width);
  draw_mode(preferences, !is_busy);
  ImGui::SameLine();
  commands.run_or_cancel();
  ImGui::SameLine();
  commands.button(command("Compare"));
  ImGui::SameLine();
  commands.button(command("Run the whole lesson"));
  ImGui::SameLine();
  draw_theme_button();
}

void draw_narrow(const Commands& commands, lab::Preferences& preferences, bool is_busy) {
  const float right = ImGui::GetCursorScreenPos().x + ImGui::GetContentRegionAvail().x;
  draw_name(right - control_height());
  align_right(control_height());
  draw_theme_button();
  draw_mode(preferences, !is_busy);
  ImGui::SameLine();
  commands.run_or_cancel(ImGui::GetContentRegionAvail().x / px(1));
}

}  // namespace

float draw_header(const Commands& commands, lab::Preferences& preferences, bool is_busy, bool is_narrow) {
  const ImVec2 padding = {px(16), px(12)};
  const float height = 2 * padding.y + (is_narrow ? 2 * control_height() + px(8) : control_height());
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  draw.AddRectFilled(at, {at.x + width, at.y + height}, colors().panel);
  draw.AddLine({at.x, at.y + height}, {at.x + width, at.y + height}, colors().border, px(1));
  ImGui::PushStyleColor(ImGuiCol_ChildBg, 0);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, padding);
  ImGui::BeginChild("Header", {width, height}, ImGuiChildFlags_AlwaysUseWindowPadding,
                    ImGuiWindowFlags_NoScrollbar);
  if (is_narrow) {
    draw_narrow(commands, preferences, is_busy);
  } else {
    draw_wide(commands, preferences, is_busy);
  }
  ImGui::EndChild();
  ImGui::PopStyleVar();
  ImGui::PopStyleColor();
  return height;
}

float draw_notice(lab::Activities& activities) {
  const std::string& words = activities.notice();
  if (words.empty()) return 0;
  const ImVec2 padding = {px(16), px(6)};
  const float width = ImGui::GetContentRegionAvail().x;
  const float mark = px(26);
  const float text_width = width - 2 * padding.x - mark - control_height() - px(8);
  const float text_height = wrapped_size(words, text_width).y;
  const float height = ImMax(control_height(), text_height + px(8)) + 2 * padding.y;
  ImGui::PushStyleColor(ImGuiCol_ChildBg, colors().bad_soft);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, padding);
  ImGui::BeginChild("Notice", {width, height}, ImGuiChildFlags_AlwaysUseWindowPadding,
                    ImGuiWindowFlags_NoScrollbar);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float middle = at.y + height / 2 - padding.y;
  draw_icon({at.x, ImTrunc(middle - ImGui::GetFontSize() / 2)}, icon::warning, colors().bad);
  ImGui::SetCursorScreenPos({at.x + mark, ImTrunc(middle - text_height / 2)});
  wrapped_text(words, text_width);
  WidgetRegistry::get().describe(Role::status, words);
  ImGui::SetCursorScreenPos({at.x + mark + text_width + px(8), ImTrunc(middle - control_height() / 2)});
  if (button("Dismiss", {.icon = icon::close, .emphasis = Emphasis::quiet, .is_icon_only = true}))
    activities.set_notice("");
  ImGui::EndChild();
  ImGui::PopStyleVar();
  ImGui::PopStyleColor();
  return height;
}

}  // namespace weft::ui
