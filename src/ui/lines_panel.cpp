#include "ui/lines_panel.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "imgui_internal.h"
#include "lab/csv_files.hpp"
#include "lab/format.hpp"
#include "lab/lab.hpp"
#include "text/line.hpp"
#include "ui/controls.hpp"
#include "ui/csv_menu.hpp"
#include "ui/format.hpp"
#include "ui/icons.hpp"
#include "ui/panel.hpp"
#include "ui/widget_registry.hpp"

namespace weft::ui {
namespace {

constexpr double play_speed = 12;
constexpr std::size_t first_rows = 10;
constexpr auto all_files = "All files, interleaved";
constexpr std::array views = {"Lines", "Rows"};

const lab::FileEntry* selected_file(lab::Lab& lab) {
  return lab.preferences().choices().selected_path.empty() ? nullptr : lab.files().list().find(lab.preferences().choices().selected_path);
}

void select(lab::Lab& lab, const std::string& path) {
  lab::Choices choices = lab.preferences().choices();
  if (choices.selected_path == path) return;
  choices.selected_path = path;
  lab.preferences().choose(choices);
  lab.stepping().close();
}

/// Whether the selected file has rows to show: by its name, by the settings, or because a run has read them.
bool has_rows(lab::Lab& lab) {
  const lab::FileEntry* file = selected_file(lab);
  if (file == nullptr) return false;
  const lab::FileRow* row = lab.runs().run().row_of(file->number);
  return lab::is_csv_name(file->path) || lab.preferences().settings().csv || (row != nullptr && row->csv);
}

bool choice(const std::string& words, bool is_selected) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const bool is_pressed = ImGui::Selectable("##choice", is_selected);
  draw_text(at, at.x + ImGui::GetContentRegionAvail().x, words, colors().text);
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
    const std::string words = lab::format("{}: {}, line {}", source.name, state_of(source), source.line);
    WidgetRegistry::get().describe(Role::status, source.name, {.value = state_of(source)});
    hint(source.error ? vfs::to_words(*source.error) : words);
  }
  ImGui::SetCursorScreenPos(at);
  ImGui::Dummy({width, px(16)});
}

/// The files that cannot be read on, in words; of many only the first.
void draw_failures(const lab::Stepper& stepper) {
  constexpr std::size_t most = 3;
  std::size_t failed = 0;
  for (const lab::StepSource& source : stepper.sources()) {
    if (!source.error || ++failed > most) continue;
    const std::string words = vfs::to_words(*source.error);
    paragraph(words, colors().bad);
    WidgetRegistry::get().describe(Role::status, words);
  }
  if (failed > most) text(count_of(failed - most, "more file failed.", "more files failed."), colors().bad);
}

void draw_line(const lab::SteppedLine& line, float height) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float right = at.x + ImGui::GetContentRegionAvail().x;
  ImGui::Dummy({ImGui::GetContentRegionAvail().x, height});
  WidgetRegistry::get().describe(Role::row, line.text.empty() ? "(empty line)" : line.text,
                                 {.value = lab::format("{}:{}", line.name, line.number)});
  if (line.length > text::most_line_bytes)
    hint(lab::format("The line has {} bytes. Its first {} are handed out, and a beginning of them is shown.",
                     count(line.length), binary_bytes(text::most_line_bytes)));
  {
    const WithFont small(Face::text, size::caption);
    const std::string where = lab::format("{}  line {}", line.name, count(line.number));
    const bool is_cut = line.length > text::most_line_bytes;
    const std::string length =
        is_cut ? lab::format("cut, {} long · ", bytes(static_cast<double>(line.length))) : "";
    const std::string offset = length + "byte " + count(line.offset);
    const float width = ImGui::CalcTextSize(offset.c_str()).x;
    draw_text({at.x, at.y + px(4)}, right - width - px(8), where, colors().accent, Flow::from_left_to_right);
    draw_text({right - width - px(6), at.y + px(4)}, right, offset, colors().muted);
  }
  const WithFont mono(Face::mono, size::small);
  draw_text({at.x, at.y + px(20)}, right - px(6), line.text, colors().text);
}

}  // namespace

lab::Stepper* LinesPanel::opened(lab::Lab& lab) {
  if (lab.stepping().stepper() != nullptr && lab.stepping().stepper()->phase() != lab::StepperPhase::closed) return lab.stepping().stepper();
  const lab::FileEntry* file = selected_file(lab);
  const bool of_rows = shows_rows(lab);
  if (of_rows) rows_table_.begin_file();
  const auto answer = lab.stepping().open(file != nullptr ? std::optional(file->number) : std::nullopt,
                                       of_rows ? lab::StepUnit::rows : lab::StepUnit::lines);
  return answer ? lab.stepping().stepper() : nullptr;
}

bool LinesPanel::shows_rows(lab::Lab& lab) const { return wants_rows_ && has_rows(lab); }

void LinesPanel::step(lab::Lab& lab, std::size_t count) {
  if (lab::Stepper* stepper = opened(lab)) stepper->next(count);
}

void LinesPanel::show_rows(lab::Lab& lab, const std::string& path) {
  select(lab, path);
  wants_rows_ = true;
  close_outdated_stepper(lab);
  if (lab.stepping().stepper() == nullptr || lab.stepping().stepper()->yielded() == 0) step(lab, first_rows);
}

// Another file, or another view of it, than the stepper was opened for.
void LinesPanel::close_outdated_stepper(lab::Lab& lab) {
  const lab::Stepper* stepper = lab.stepping().stepper();
  if (stepper == nullptr) return;
  const bool is_of_rows = stepper->unit() == lab::StepUnit::rows;
  const bool is_of_another = is_of_rows && stepper->sources().front().path != lab.preferences().choices().selected_path;
  if (is_of_rows != shows_rows(lab) || is_of_another) lab.stepping().close();
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
  if (ImGui::GetIO().WantTextInput || lab.files().list().empty()) return;
  if (ImGui::Shortcut(ImGuiKey_N, ImGuiInputFlags_RouteGlobal)) step(lab, shows_rows(lab) ? 10 : 1);
  if (shows_rows(lab)) return;
  const bool has_keyboard_focus = ImGui::GetCurrentContext()->NavCursorVisible;
  if (!has_keyboard_focus && ImGui::Shortcut(ImGuiKey_Space, ImGuiInputFlags_RouteGlobal)) toggle_play(lab);
}

void LinesPanel::draw_source(lab::Lab& lab) {
  const lab::FileEntry* file = selected_file(lab);
  const std::string shown = file != nullptr ? file->name : all_files;
  const bool has_views = has_rows(lab);
  const float views_room = has_views ? segments_width(views) + ImGui::GetStyle().ItemSpacing.x : 0;
  ImGui::SetNextItemWidth(std::max(px(40), ImGui::GetContentRegionAvail().x - views_room));
  ImGui::SetNextWindowSizeConstraints({0, 0}, {FLT_MAX, px(320)});
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {px(12), (control_height() - ImGui::GetFontSize()) / 2});
  constexpr auto flags =
      static_cast<ImGuiComboFlags>(ImGuiComboFlags_HeightLargest) | ImGuiComboFlags_CustomPreview;
  const bool is_open = ImGui::BeginCombo("##source", "", flags);
  if (is_open) {
    draw_choices(lab, file);
    ImGui::EndCombo();
  } else {
    WidgetRegistry::get().describe(Role::button, "Lines of", {.value = shown});
  }
  if (ImGui::BeginComboPreview()) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    draw_text(at, ImGui::GetWindowDrawList()->GetClipRectMax().x, shown, colors().text);
    ImGui::EndComboPreview();
  }
  ImGui::PopStyleVar();
  if (has_views) draw_views(lab);
}

void LinesPanel::draw_views(lab::Lab& lab) {
  ImGui::SameLine();
  int view = wants_rows_ ? 1 : 0;
  if (!segments("View", views, view, true, "The file as lines of text, or as the rows of a table.")) return;
  wants_rows_ = view == 1;
  lab.stepping().close();
}

void LinesPanel::draw_choices(lab::Lab& lab, const lab::FileEntry* file) {
  if (choice(all_files, file == nullptr)) select(lab, {});
  ImGuiListClipper clipper;
  clipper.Begin(static_cast<int>(lab.files().list().size()));
  while (clipper.Step()) {
    for (int at = clipper.DisplayStart; at < clipper.DisplayEnd; ++at) {
      const lab::FileEntry& entry = lab.files().list().entries()[static_cast<std::size_t>(at)];
      ImGui::PushID(static_cast<int>(entry.number));
      if (choice(entry.name, file == &entry)) select(lab, entry.path);
      ImGui::PopID();
    }
  }
}

void LinesPanel::draw_next(lab::Lab& lab, const Portion& few, const Portion& many, bool is_enabled) {
  if (button(few.label, {.icon = icon::next,
                         .emphasis = Emphasis::primary,
                         .is_enabled = is_enabled,
                         .hint = few.hint,
                         .shortcut = "N"}))
    step(lab, few.count);
  ImGui::SameLine();
  if (button(many.label, {.icon = icon::next_ten, .is_enabled = is_enabled, .hint = many.hint}))
    step(lab, many.count);
}

void LinesPanel::draw_play(lab::Lab& lab, bool is_playing, bool is_enabled) {
  const bool is_tight = ImGui::GetContentRegionAvail().x < px(380);
  ImGui::SameLine();
  if (button(is_playing ? "Pause" : "Play", {.icon = is_playing ? icon::pause : icon::run,
                                             .is_icon_only = is_tight,
                                             .is_enabled = is_enabled,
                                             .hint = "Step by itself.",
                                             .shortcut = "Space"}))
    toggle_play(lab);
}

void LinesPanel::draw_buttons(lab::Lab& lab) {
  lab::Stepper* stepper = lab.stepping().stepper();
  const bool has_files = !lab.files().list().empty();
  const bool is_over = stepper != nullptr && stepper->phase() == lab::StepperPhase::finished;
  const bool is_playing = stepper != nullptr && stepper->is_playing();
  const bool is_open = stepper != nullptr && stepper->phase() != lab::StepperPhase::closed;
  const bool can_step = has_files && !is_over;
  if (shows_rows(lab)) {
    draw_next(lab, {"Next 10", 10, "Ask for ten rows."}, {"Next 100", 100, "Ask for a hundred rows."},
              can_step && !is_playing);
  } else {
    draw_next(lab, {"Next", 1, "Ask for one line."}, {"Next 10", 10, "Ask for ten lines."},
              can_step && !is_playing);
    draw_play(lab, is_playing, can_step);
  }
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
    lab.stepping().close();
  if (!shows_rows(lab)) return;
  ImGui::SameLine();
  if (draw_csv_menu(lab, *selected_file(lab))) step(lab, first_rows);
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
  close_outdated_stepper(lab);
  draw_source(lab);
  draw_buttons(lab);
  const lab::Stepper* stepper = lab.stepping().stepper();
  if (stepper == nullptr) {
    ImGui::Dummy({0, ImGui::GetContentRegionAvail().y / 4});
    empty_state("A generator waits to be asked",
                shows_rows(lab)
                    ? "It yields a row, then sleeps on its own fiber until the next one is wanted. "
                      "Press Next 10."
                    : "It yields a line, then sleeps on its own fiber until the next one is wanted. "
                      "Press Next.");
    return;
  }
  text(stepper->state_in_words(), colors().muted);
  WidgetRegistry::get().describe(Role::status, "Generator", {.value = stepper->state_in_words()});
  draw_sources(*stepper);
  draw_failures(*stepper);
  if (stepper->unit() == lab::StepUnit::rows) {
    rows_table_.draw(*stepper);
  } else {
    draw_lines(*stepper);
  }
}

}  // namespace weft::ui
