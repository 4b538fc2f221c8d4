#include "ui/files_panel.hpp"

#include <string>

#include <emscripten/emscripten.h>

#include "imgui_internal.h"
#include "lab/format.hpp"
#include "lab/lab.hpp"
#include "ui/commands.hpp"
#include "ui/controls.hpp"
#include "ui/file_card.hpp"
#include "ui/file_table.hpp"
#include "ui/format.hpp"
#include "ui/icons.hpp"
#include "ui/panel.hpp"
#include "ui/summary_controls.hpp"

namespace weft::ui {
namespace {

std::string summary(lab::Lab& lab) {
  const lab::FileList& files = lab.files().list();
  if (files.empty()) return "none yet";
  return lab::format("{} · {}", count_of(files.size(), "file", "files"), bytes(files.total_bytes()));
}

void draw_head(lab::Lab& lab, bool has_words) {
  const float gap = ImGui::GetStyle().ItemSpacing.x;
  const ButtonLook files_look = {.icon = icon::add_files, .is_icon_only = !has_words};
  const ButtonLook folder_look = {.icon = icon::add_folder, .is_icon_only = !has_words};
  const float buttons = button_width("Add files", files_look) + button_width("Add folder", folder_look) +
                        control_height() + 2 * gap + summary_menu_width(lab, has_words);
  Panel::title("Files", summary(lab).c_str(), buttons + gap);
  align_right(buttons);
  draw_summary_menu(lab, has_words);
  commands::add(has_words);
  ImGui::SameLine();
  const bool can_clear = !lab.activities().is_busy() && !lab.files().list().empty();
  if (button("Clear the list", {.icon = icon::clear,
                                .emphasis = Emphasis::quiet,
                                .is_icon_only = true,
                                .is_enabled = can_clear,
                                .hint = "Take all files off the list. Nothing is deleted."}))
    (void)lab.files().clear();
}

void draw_empty(lab::Lab& lab) {
  ImGui::Dummy({0, ImGui::GetContentRegionAvail().y / 4});
  empty_state("Drop files or whole folders here",
              "They are read where they are, by this page alone. Or begin with ten small sample files.");
  const ButtonLook look = {.icon = icon::samples, .is_enabled = !lab.activities().is_busy()};
  ImGui::SetCursorPosX((ImGui::GetContentRegionAvail().x - button_width("Write sample files", look)) / 2);
  if (button("Write sample files", look)) (void)lab.samples().write();
}

}  // namespace

void FilesPanel::draw(lab::Lab& lab, ImVec2 size, bool is_narrow) {
  const Panel panel("Files", size);
  draw_head(lab, size.x > px(560));
  if (lab.files().list().empty()) {
    draw_empty(lab);
  } else if (is_narrow) {
    const auto& order = order_.update(lab, emscripten_get_now());
    draw_file_cards(lab, order, order_.time_scale(lab));
  } else {
    draw_file_table(lab, order_);
  }
}

}  // namespace weft::ui
