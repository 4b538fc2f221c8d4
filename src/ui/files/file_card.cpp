#include "ui/files/file_card.hpp"

#include "imgui_internal.h"
#include "lab/format.hpp"
#include "lab/preferences.hpp"
#include "lab/run.hpp"
#include "ui/files/file_cells.hpp"
#include "ui/kit/controls.hpp"
#include "ui/kit/format.hpp"
#include "ui/kit/panel.hpp"
#include "ui/kit/widget_registry.hpp"

namespace weft::ui {
namespace {

std::string figures(const lab::FileEntry& file, const lab::FileRow* row) {
  if (row == nullptr) return bytes(file.size);
  if (!row->reason.empty()) return row->reason;
  return lab::format("{} · {} · {}", count_of(row->figures.lines, "line", "lines"),
                     count_of(row->figures.words, "word", "words"), bytes(row->size));
}

std::string more_figures(const lab::FileRow& row) {
  const std::string form = form_text(row).empty() ? "" : form_text(row) + " · ";
  if (row.csv) return lab::format("{}{} · {}", form, csv_text(*row.csv), duration(row.elapsed_ms));
  return lab::format("{}{} · longest line {} · {}", form,
                     count_of(row.figures.chars, "character", "characters"), count(row.figures.longest_line),
                     duration(row.elapsed_ms));
}

void draw_card(lab::Preferences& preferences, const lab::FileEntry& file, const lab::FileRow* row,
               float height, TimeScale scale) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float right = at.x + ImGui::GetContentRegionAvail().x - px(4);
  if (ImGui::InvisibleButton("##card", {ImGui::GetContentRegionAvail().x, height})) {
    lab::Choices choices = preferences.choices();
    choices.selected_path = file.path;
    preferences.choose(choices);
  }
  WidgetRegistry::get().describe(Role::row, file.name, {.value = status_and_reason(row)});
  const float status_width = px(104);
  draw_text({at.x, at.y + px(8)}, right - status_width - px(8), file.name, colors().text);
  draw_status({right - status_width, at.y + px(6)}, {status_width, px(20)}, row);
  const WithFont small(Face::text, size::small);
  const bool has_failed = row != nullptr && row->status == lab::FileStatus::failed;
  draw_text({at.x, at.y + px(28)}, right, figures(file, row), has_failed ? colors().bad : colors().muted);
  if (row != nullptr && row->csv) {
    ImGui::SetCursorScreenPos({at.x, at.y + px(46)});
    ImGui::Dummy({right - at.x, px(16)});
    WidgetRegistry::get().describe(Role::text, "CSV in " + file.name, {.value = csv_text(*row->csv)});
    ImGui::SetCursorScreenPos({at.x, at.y + height});
  }
  if (row != nullptr && row->reason.empty()) {
    draw_text({at.x, at.y + px(46)}, right, more_figures(*row), colors().muted);
    draw_time_bar({at.x, at.y + height - px(10)}, {right - at.x, px(3)}, *row, scale);
  }
  ImGui::GetWindowDrawList()->AddLine({at.x, at.y + height - px(1)}, {right, at.y + height - px(1)},
                                      fade(colors().border, 0.6F), px(1));
}

}  // namespace

void draw_file_cards(const lab::FileList& files, const lab::Run& run, lab::Preferences& preferences,
                     const std::vector<std::uint32_t>& order, TimeScale scale) {
  const ScrollArea area("Cards");
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
  const bool has_run = !run.report().rows.empty();
  const float height = px(has_run ? 76 : 52);
  ImGuiListClipper clipper;
  clipper.Begin(static_cast<int>(order.size()), height);
  while (clipper.Step()) {
    for (int at = clipper.DisplayStart; at < clipper.DisplayEnd; ++at) {
      const lab::FileEntry& file = files.entries()[order[static_cast<std::size_t>(at)]];
      ImGui::PushID(static_cast<int>(file.number));
      draw_card(preferences, file, run.row_of(file.number), height, scale);
      ImGui::PopID();
    }
  }
  ImGui::PopStyleVar();
}

}  // namespace weft::ui
