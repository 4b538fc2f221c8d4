#include "ui/frozen_overlay.hpp"

#include <algorithm>
#include <string>

#include "imgui_internal.h"
#include "lab/lab.hpp"
#include "ui/controls.hpp"
#include "ui/format.hpp"
#include "ui/icons.hpp"
#include "ui/widget_registry.hpp"

namespace weft::ui {

void draw_frozen_overlay(const lab::Lab& lab) {
  const lab::RunReport& report = lab.run().report();
  if (report.settings.mode != lab::Mode::sync || !report.is_active()) return;
  const ImGuiViewport& view = *ImGui::GetMainViewport();
  const float width = std::min(view.Size.x - px(32), px(440));
  ImGui::SetNextWindowPos({ImTrunc(view.Size.x / 2), ImTrunc(view.Size.y * 0.4F)}, 0, {0.5F, 0.5F});
  ImGui::SetNextWindowSize({width, 0});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {px(24), px(20)});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, px(1));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, px(12));
  ImGui::PushStyleColor(ImGuiCol_WindowBg, colors().panel);
  ImGui::PushStyleColor(ImGuiCol_Border, colors().blocking);
  ImGui::Begin("Frozen", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoInputs |
                   ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_AlwaysAutoResize);
  {
    const WithFont font(Face::strong, size::title);
    text(std::string(icon::waiting) + "  The page is frozen", colors().blocking);
  }
  WidgetRegistry::get().describe(Role::status, "The page is frozen");
  paragraph("Sync mode reads " + count_of(report.rows.size(), "file", "files") +
            " one after another, on the page's own thread. Nothing here can move, scroll or be pressed until "
            "the last one is done.");
  ImGui::End();
  ImGui::PopStyleColor(2);
  ImGui::PopStyleVar(3);
}

}  // namespace weft::ui
