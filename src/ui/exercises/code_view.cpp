#include "ui/exercises/code_view.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "imgui_internal.h"
#include "lab/exercises/code_shelf.hpp"
#include "ui/kit/browser.hpp"
#include "ui/kit/controls.hpp"
#include "ui/kit/icons.hpp"
#include "ui/kit/widget_registry.hpp"

namespace weft::ui {
namespace {

constexpr std::array<const char*, 2> languages = {"C++", "Python"};

/// As high as the code, which moves sideways where its lines are longer than the panel is wide.
void draw_listing(const char* name, std::string_view code) {
  const WithFont font(Face::mono, size::small);
  const ImVec2 extent = ImGui::CalcTextSize(code.data(), code.data() + code.size());
  const float padding = px(10);
  const bool is_wide = extent.x + 2 * padding > ImGui::GetContentRegionAvail().x;
  const float height = extent.y + 2 * padding + (is_wide ? ImGui::GetStyle().ScrollbarSize : 0);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {padding, padding});
  ImGui::PushStyleColor(ImGuiCol_ChildBg, colors().sunken);
  ImGui::BeginChild(name, {0, height}, ImGuiChildFlags_AlwaysUseWindowPadding,
                    ImGuiWindowFlags_HorizontalScrollbar);
  ImGui::TextUnformatted(code.data(), code.data() + code.size());
  WidgetRegistry::get().describe(Role::text, name, {.value = code});
  ImGui::EndChild();
  ImGui::PopStyleColor();
  ImGui::PopStyleVar();
}

void draw_found(const lab::ExerciseCode& code, int& language) {
  language = std::clamp(language, 0, static_cast<int>(languages.size()) - 1);
  segments("Language", languages, language, true, nullptr);
  const ButtonLook look = {
      .icon = icon::lines, .emphasis = Emphasis::quiet, .hint = "Open the whole source file in a new tab."};
  ImGui::SameLine();
  align_right(button_width("Open the source", look));
  if (button("Open the source", look)) open_source(std::string(code.path));
  draw_listing(languages.at(static_cast<std::size_t>(language)), language == 0 ? code.cpp : code.python);
  const WithFont small(Face::text, size::caption);
  text(code.place, colors().muted);
}

}  // namespace

void draw_code(const lab::CodeShelf& shelf, std::string_view exercise, int& language) {
  const auto found = shelf.find(exercise);
  if (!found) return text("The code is on its way …", colors().muted);
  if (*found) return draw_found(**found, language);
  paragraph(found->error(), colors().bad);
  WidgetRegistry::get().describe(Role::status, found->error());
}

}  // namespace weft::ui
