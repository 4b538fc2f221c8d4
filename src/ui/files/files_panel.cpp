#include "ui/files/files_panel.hpp"

#include <string>

#include <emscripten/emscripten.h>

#include "imgui_internal.h"
#include "lab/format.hpp"
#include "ui/commands.hpp"
#include "ui/files/file_card.hpp"
#include "ui/files/file_table.hpp"
#include "ui/files/summary_controls.hpp"
#include "ui/kit/controls.hpp"
#include "ui/kit/format.hpp"
#include "ui/kit/icons.hpp"
#include "ui/kit/panel.hpp"

namespace weft::ui {
namespace {

std::string summary(const lab::FileList& files) {
  if (files.empty()) return "none yet";
  return lab::format("{} · {}", count_of(files.size(), "file", "files"), bytes(files.total_bytes()));
}

}  // namespace

void FilesPanel::draw_head(bool has_labels) {
  constexpr const Command& add_files = command("Add files");
  constexpr const Command& add_folder = command("Add folder");
  const float gap = ImGui::GetStyle().ItemSpacing.x;
  const Commands::Shape shape = {.is_icon_only = !has_labels};
  const float buttons = Commands::width(add_files, shape) + Commands::width(add_folder, shape) +
                        control_height() + 2 * gap + summary_.menu_width(has_labels);
  Panel::title("Files", summary(files_).c_str(), buttons + gap);
  align_right(buttons);
  summary_.draw_menu(has_labels);
  commands_.button(add_files, shape);
  ImGui::SameLine();
  commands_.button(add_folder, shape);
  ImGui::SameLine();
  commands_.button(command("Clear the list"), {.is_icon_only = true});
}

void FilesPanel::draw_empty() const {
  ImGui::Dummy({0, ImGui::GetContentRegionAvail().y / 4});
  empty_state("Drop files or whole folders here",
              "They are read where they are, by this page alone. Or begin with ten small sample files.");
  constexpr const Command& write_samples = command("Write sample files");
  ImGui::SetCursorPosX((ImGui::GetContentRegionAvail().x - Commands::width(write_samples)) / 2);
  commands_.button(write_samples);
}

void FilesPanel::draw(ImVec2 size, bool is_narrow) {
  const Panel panel("Files", size);
  draw_head(size.x > px(560));
  if (files_.empty()) {
    draw_empty();
  } else if (is_narrow) {
    const auto& order = order_.update(emscripten_get_now());
    draw_file_cards(files_, run_, preferences_, order, order_.time_scale());
  } else {
    draw_file_table(files_, run_, preferences_, order_);
  }
}

}  // namespace weft::ui
