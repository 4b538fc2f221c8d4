#include "ui/frozen_overlay.hpp"

#include <algorithm>
#include <string>

#include "imgui_internal.h"
#include "lab/run.hpp"
#include "ui/kit/controls.hpp"
#include "ui/kit/format.hpp"
#include "ui/kit/icons.hpp"
#include "ui/kit/widget_registry.hpp"

namespace weft::ui {
namespace {

constexpr auto heading = "The page is frozen";

std::string explanation(const lab::RunReport& report) {
  const std::size_t files = report.rows.size();
  return lab::format(
      "Sync mode reads {}{} on the page's own thread. Nothing here can move, scroll or be pressed until {} "
      "is "
      "done.",
      count_of(files, "file", "files"), files > 1 ? " one after another," : "",
      files > 1 ? "the last one" : "it");
}

void draw_sheet(ImVec2 corner, ImVec2 extent) {
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const ImVec2 end = {corner.x + extent.x, corner.y + extent.y};
  draw.AddRectFilled(corner, end, colors().panel, px(12));
  draw.AddRect(corner, end, colors().blocking, px(12), 0, px(2));
}

void draw_message(ImVec2 view, const std::string& words) {
  const float padding = px(24);
  const float width = std::min(view.x - px(32), px(440));
  const float inner = width - 2 * padding;
  const float text_height = ImGui::CalcTextSize(words.c_str(), nullptr, false, inner).y;
  const ImVec2 extent = {width, 2 * padding + px(34) + text_height};
  const ImVec2 corner = {ImTrunc((view.x - width) / 2), ImTrunc((view.y - extent.y) * 0.4F)};
  draw_sheet(corner, extent);
  ImGui::SetCursorScreenPos({corner.x + padding, corner.y + padding});
  {
    const WithFont font(Face::strong, size::title);
    draw_icon(ImGui::GetCursorScreenPos(), icon::waiting, colors().blocking);
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + ImGui::GetFontSize() + px(8));
    text(heading, colors().blocking);
  }
  WidgetRegistry::get().describe(Role::status, heading);
  ImGui::SetCursorScreenPos({corner.x + padding, corner.y + padding + px(34)});
  ImGui::PushTextWrapPos(corner.x + padding + inner);
  ImGui::TextUnformatted(words.c_str());
  ImGui::PopTextWrapPos();
  WidgetRegistry::get().describe(Role::text, words);
}

}  // namespace

void draw_frozen_overlay(const lab::RunReport& report) {
  if (report.mode() != lab::Mode::sync || !report.is_active()) return;
  const ImVec2 view = ImGui::GetMainViewport()->Size;
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(view);
  ImGui::SetNextWindowFocus();
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 0);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
  ImGui::PushStyleColor(ImGuiCol_WindowBg, fade(colors().page, 0.7F));
  ImGui::Begin("Frozen", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoInputs |
                   ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoSavedSettings);
  draw_message(view, explanation(report));
  ImGui::End();
  ImGui::PopStyleColor();
  ImGui::PopStyleVar(2);
}

}  // namespace weft::ui
