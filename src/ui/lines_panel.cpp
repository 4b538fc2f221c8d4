#include "ui/lines_panel.hpp"

#include <algorithm>
#include <array>
#include <format>
#include <optional>
#include <string>

#include "imgui_internal.h"
#include "lab/lab.hpp"
#include "ui/controls.hpp"
#include "ui/format.hpp"
#include "ui/icons.hpp"
#include "ui/panel.hpp"
#include "ui/widget_registry.hpp"

namespace weft::ui {
namespace {

constexpr double play_speed = 12;
constexpr auto all_files = "All files, interleaved";

const lab::FileEntry* selected_file(const lab::Lab& lab) {
  return lab.choices().selected_path.empty() ? nullptr : lab.files().find(lab.choices().selected_path);
}

void select(lab::Lab& lab, const std::string& path) {
  lab::Choices choices = lab.choices();
  if (choices.selected_path == path) return;
  choices.selected_path = path;
  lab.choose(choices);
  lab.close_stepper();
}

bool choice(const char* words, bool is_selected) {
  const bool is_pressed = ImGui::Selectable(words, is_selected);
  WidgetRegistry::get().describe(Role::radio, words, {.is_checked = is_selected});
  return is_pressed;
}

ImU32 color_of_progress(fiber::Progress progress) {
  switch (progress) {
    case fiber::Progress::running:
      return colors().computing;
    case fiber::Progress::waiting:
      return colors().reading;
    case fiber::Progress::suspended:
      return colors().accent;
    default:
      return colors().faint;
  }
}

/// A dot for every generator: its colour tells what its fiber is doing, the one that stands at a yield is
/// filled.
void draw_sources(const lab::Stepper& stepper) {
  const auto sources = stepper.sources();
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const float pitch = px(14);
  const auto fitting = std::min(sources.size(), static_cast<std::size_t>(std::max(1.0F, width / pitch)));
  for (std::size_t index = 0; index < fitting; ++index) {
    const lab::StepSource& source = sources[index];
    const ImVec2 middle = {at.x + px(5) + static_cast<float>(index) * pitch, at.y + px(7)};
    const ImU32 color = source.error ? colors().bad : color_of_progress(source.progress);
    const bool has_begun = source.progress != fiber::Progress::not_started;
    if (has_begun && source.progress != fiber::Progress::finished) {
      ImGui::GetWindowDrawList()->AddCircleFilled(middle, px(5), color);
    } else {
      ImGui::GetWindowDrawList()->AddCircle(middle, px(4), color, 0, px(1.5F));
    }
    ImGui::SetCursorScreenPos({middle.x - pitch / 2, at.y});
    ImGui::PushID(static_cast<int>(index));
    ImGui::Dummy({pitch, px(14)});
    ImGui::PopID();
    const std::string words =
        std::format("{}: {}, line {}", source.name, to_words(source.progress), source.line);
    WidgetRegistry::get().describe(Role::status, source.name, {.value = to_words(source.progress)});
    hint(source.error ? vfs::to_words(*source.error) : words);
  }
  ImGui::SetCursorScreenPos(at);
  ImGui::Dummy({width, px(16)});
}

void draw_line(const lab::SteppedLine& line, float height) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float right = at.x + ImGui::GetContentRegionAvail().x;
  ImGui::Dummy({ImGui::GetContentRegionAvail().x, height});
  WidgetRegistry::get().describe(Role::row, line.text.empty() ? "(empty line)" : line.text,
                                 {.value = std::format("{}:{}", line.name, line.number)});
  {
    const WithFont small(Face::text, size::caption);
    const std::string where = std::format("{}  line {}", line.name, count(line.number));
    const std::string offset = "byte " + count(line.offset);
    const float width = ImGui::CalcTextSize(offset.c_str()).x;
    draw_text({at.x, at.y + px(4)}, right - width - px(8), where, colors().accent);
    draw_text({right - width - px(6), at.y + px(4)}, right, offset, colors().muted);
  }
  const WithFont mono(Face::mono, size::small);
  draw_text({at.x, at.y + px(20)}, right - px(6), line.text, colors().text);
}

}  // namespace

lab::Stepper* LinesPanel::opened(lab::Lab& lab) {
  if (lab.stepper() != nullptr && lab.stepper()->phase() != lab::StepperPhase::closed) return lab.stepper();
  const lab::FileEntry* file = selected_file(lab);
  const auto answer = lab.open_stepper(file != nullptr ? std::optional(file->number) : std::nullopt);
  return answer ? lab.stepper() : nullptr;
}

void LinesPanel::step(lab::Lab& lab, std::size_t lines) {
  if (lab::Stepper* stepper = opened(lab)) stepper->next(lines);
}

void LinesPanel::toggle_play(lab::Lab& lab) {
  lab::Stepper* stepper = opened(lab);
  if (stepper == nullptr) return;
  if (stepper->is_playing()) {
    stepper->pause();
  } else {
    stepper->play(play_speed);
  }
}

void LinesPanel::handle_shortcuts(lab::Lab& lab) {
  if (ImGui::GetIO().WantTextInput || lab.files().empty()) return;
  if (ImGui::Shortcut(ImGuiKey_N, ImGuiInputFlags_RouteGlobal)) step(lab, 1);
  const bool has_keyboard_focus = ImGui::GetCurrentContext()->NavCursorVisible;
  if (!has_keyboard_focus && ImGui::Shortcut(ImGuiKey_Space, ImGuiInputFlags_RouteGlobal)) toggle_play(lab);
}

void LinesPanel::draw_source(lab::Lab& lab) {
  const lab::FileEntry* file = selected_file(lab);
  const char* shown = file != nullptr ? file->name.c_str() : all_files;
  ImGui::SetNextItemWidth(-FLT_MIN);
  ImGui::SetNextWindowSizeConstraints({0, 0}, {FLT_MAX, px(320)});
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {px(12), (control_height() - ImGui::GetFontSize()) / 2});
  const bool is_open = ImGui::BeginCombo("##source", shown, ImGuiComboFlags_HeightLargest);
  ImGui::PopStyleVar();
  if (!is_open) {
    WidgetRegistry::get().describe(Role::button, "Lines of", {.value = shown});
    return;
  }
  if (choice(all_files, file == nullptr)) select(lab, {});
  ImGuiListClipper clipper;
  clipper.Begin(static_cast<int>(lab.files().size()));
  while (clipper.Step()) {
    for (int at = clipper.DisplayStart; at < clipper.DisplayEnd; ++at) {
      const lab::FileEntry& entry = lab.files().entries()[static_cast<std::size_t>(at)];
      ImGui::PushID(static_cast<int>(entry.number));
      if (choice(entry.name.c_str(), file == &entry)) select(lab, entry.path);
      ImGui::PopID();
    }
  }
  ImGui::EndCombo();
}

void LinesPanel::draw_buttons(lab::Lab& lab) {
  lab::Stepper* stepper = lab.stepper();
  const bool has_files = !lab.files().empty();
  const bool is_over = stepper != nullptr && stepper->phase() == lab::StepperPhase::finished;
  const bool is_playing = stepper != nullptr && stepper->is_playing();
  const bool is_open = stepper != nullptr && stepper->phase() != lab::StepperPhase::closed;
  const bool can_step = has_files && !is_over;
  const bool is_tight = ImGui::GetContentRegionAvail().x < px(380);
  if (button("Next", {.icon = icon::next,
                      .emphasis = Emphasis::primary,
                      .is_enabled = can_step && !is_playing,
                      .hint = "Ask for one line.",
                      .shortcut = "N"}))
    step(lab, 1);
  ImGui::SameLine();
  if (button("Next 10",
             {.icon = icon::next_ten, .is_enabled = can_step && !is_playing, .hint = "Ask for ten lines."}))
    step(lab, 10);
  ImGui::SameLine();
  if (button(is_playing ? "Pause" : "Play", {.icon = is_playing ? icon::pause : icon::run,
                                             .is_icon_only = is_tight,
                                             .is_enabled = can_step,
                                             .hint = "Step by itself.",
                                             .shortcut = "Space"}))
    toggle_play(lab);
  ImGui::SameLine();
  if (button("Restart", {.icon = icon::restart,
                         .emphasis = Emphasis::quiet,
                         .is_icon_only = true,
                         .is_enabled = is_open,
                         .hint = "Restart: begin again before the first line."}) &&
      stepper != nullptr)
    stepper->restart();
  ImGui::SameLine();
  if (button("Close", {.icon = icon::close,
                       .emphasis = Emphasis::quiet,
                       .is_icon_only = true,
                       .is_enabled = is_open,
                       .hint = "Close the generator where it stands, and with it the file."}))
    lab.close_stepper();
}

void LinesPanel::draw_lines(const lab::Stepper& stepper) {
  const ScrollArea area("Lines");
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
  const auto& lines = stepper.recent();
  const float height = px(42);
  ImGuiListClipper clipper;
  clipper.Begin(static_cast<int>(lines.size()), height);
  while (clipper.Step())
    for (int at = clipper.DisplayStart; at < clipper.DisplayEnd; ++at)
      draw_line(lines[static_cast<std::size_t>(at)], height);
  ImGui::PopStyleVar();
  if (stepper.yielded() != shown_) ImGui::SetScrollHereY(1);
  shown_ = stepper.yielded();
}

void LinesPanel::draw(lab::Lab& lab) {
  draw_source(lab);
  draw_buttons(lab);
  const lab::Stepper* stepper = lab.stepper();
  if (stepper == nullptr) {
    ImGui::Dummy({0, ImGui::GetContentRegionAvail().y / 4});
    empty_state("A generator waits to be asked",
                "It yields a line, then sleeps on its own fiber until the next one is wanted. Press Next.");
    return;
  }
  text(stepper->state_in_words(), colors().muted);
  WidgetRegistry::get().describe(Role::status, "Generator", {.value = stepper->state_in_words()});
  draw_sources(*stepper);
  draw_lines(*stepper);
}

}  // namespace weft::ui
