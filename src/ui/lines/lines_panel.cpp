#include "ui/lines/lines_panel.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "imgui_internal.h"
#include "lab/csv_files.hpp"
#include "lab/format.hpp"
#include "lab/settings.hpp"
#include "text/line.hpp"
#include "ui/files/csv_menu.hpp"
#include "ui/kit/controls.hpp"
#include "ui/kit/format.hpp"
#include "ui/kit/icons.hpp"
#include "ui/kit/panel.hpp"
#include "ui/kit/widget_registry.hpp"

namespace weft::ui {
namespace {

constexpr double play_speed = 12;
constexpr std::size_t first_rows = 10;
constexpr auto all_files = "All files, interleaved";
constexpr std::array views = {"Lines", "Rows"};

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
    hint(source.error ? vfs::to_message(*source.error) : words);
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
    const std::string words = vfs::to_message(*source.error);
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

const lab::FileEntry* LinesPanel::selected_file() const {
  const std::string& path = preferences_.choices().selected_path;
  return path.empty() ? nullptr : files_.list().find(path);
}

void LinesPanel::select(const std::string& path) {
  lab::Choices choices = preferences_.choices();
  if (choices.selected_path == path) return;
  choices.selected_path = path;
  preferences_.choose(choices);
  stepping_.close();
}

/// Whether the selected file has rows to show: by its name, by the settings, or because a run has read them.
bool LinesPanel::has_rows() const {
  const lab::FileEntry* file = selected_file();
  if (file == nullptr) return false;
  const lab::FileRow* row = run_.row_of(file->number);
  return lab::is_csv_name(file->path) || preferences_.settings().csv || (row != nullptr && row->csv);
}

lab::Stepper* LinesPanel::opened() {
  if (stepping_.stepper() != nullptr && stepping_.stepper()->phase() != lab::StepperPhase::closed)
    return stepping_.stepper();
  const lab::FileEntry* file = selected_file();
  const bool of_rows = shows_rows();
  if (of_rows) rows_table_.begin_file();
  const auto answer = stepping_.open(file != nullptr ? std::optional(file->number) : std::nullopt,
                                     of_rows ? lab::StepUnit::rows : lab::StepUnit::lines);
  return answer ? stepping_.stepper() : nullptr;
}

bool LinesPanel::shows_rows() const { return wants_rows_ && has_rows(); }

void LinesPanel::step(std::size_t count) {
  if (lab::Stepper* stepper = opened()) stepper->next(count);
}

void LinesPanel::show_rows(const std::string& path) {
  select(path);
  wants_rows_ = true;
  close_outdated_stepper();
  if (stepping_.stepper() == nullptr || stepping_.stepper()->yielded() == 0) step(first_rows);
}

// Another file, or another view of it, than the stepper was opened for.
void LinesPanel::close_outdated_stepper() {
  const lab::Stepper* stepper = stepping_.stepper();
  if (stepper == nullptr) return;
  const bool is_of_rows = stepper->unit() == lab::StepUnit::rows;
  const bool is_of_another =
      is_of_rows && stepper->sources().front().path != preferences_.choices().selected_path;
  if (is_of_rows != shows_rows() || is_of_another) stepping_.close();
}

void LinesPanel::toggle_play() {
  lab::Stepper* stepper = opened();
  if (stepper == nullptr) return;
  if (stepper->is_playing()) {
    stepper->pause();
  } else {
    stepper->play(play_speed);
  }
}

void LinesPanel::handle_shortcuts() {
  if (ImGui::GetIO().WantTextInput || files_.list().empty()) return;
  if (ImGui::Shortcut(ImGuiKey_N, ImGuiInputFlags_RouteGlobal)) step(shows_rows() ? 10 : 1);
  if (shows_rows()) return;
  const bool has_keyboard_focus = ImGui::GetCurrentContext()->NavCursorVisible;
  if (!has_keyboard_focus && ImGui::Shortcut(ImGuiKey_Space, ImGuiInputFlags_RouteGlobal)) toggle_play();
}

void LinesPanel::draw_source() {
  const lab::FileEntry* file = selected_file();
  const std::string shown = file != nullptr ? file->name : all_files;
  const bool has_views = has_rows();
  const float views_room = has_views ? segments_width(views) + ImGui::GetStyle().ItemSpacing.x : 0;
  ImGui::SetNextItemWidth(std::max(px(40), ImGui::GetContentRegionAvail().x - views_room));
  ImGui::SetNextWindowSizeConstraints({0, 0}, {FLT_MAX, px(320)});
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {px(12), (control_height() - ImGui::GetFontSize()) / 2});
  constexpr auto flags =
      static_cast<ImGuiComboFlags>(ImGuiComboFlags_HeightLargest) | ImGuiComboFlags_CustomPreview;
  const bool is_open = ImGui::BeginCombo("##source", "", flags);
  if (is_open) {
    draw_choices(file);
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
  if (has_views) draw_views();
}

void LinesPanel::draw_views() {
  ImGui::SameLine();
  int view = wants_rows_ ? 1 : 0;
  if (!segments("View", views, view, true, "The file as lines of text, or as the rows of a table.")) return;
  wants_rows_ = view == 1;
  stepping_.close();
}

void LinesPanel::draw_choices(const lab::FileEntry* file) {
  if (choice(all_files, file == nullptr)) select({});
  ImGuiListClipper clipper;
  clipper.Begin(static_cast<int>(files_.list().size()));
  while (clipper.Step()) {
    for (int at = clipper.DisplayStart; at < clipper.DisplayEnd; ++at) {
      const lab::FileEntry& entry = files_.list().entries()[static_cast<std::size_t>(at)];
      ImGui::PushID(static_cast<int>(entry.number));
      if (choice(entry.name, file == &entry)) select(entry.path);
      ImGui::PopID();
    }
  }
}

void LinesPanel::draw_next(const Portion& few, const Portion& many, bool is_enabled) {
  if (button(few.label, {.icon = icon::next,
                         .emphasis = Emphasis::primary,
                         .is_enabled = is_enabled,
                         .hint = few.hint,
                         .shortcut = "N"}))
    step(few.count);
  ImGui::SameLine();
  if (button(many.label, {.icon = icon::next_ten, .is_enabled = is_enabled, .hint = many.hint}))
    step(many.count);
}

void LinesPanel::draw_play(bool is_playing, bool is_enabled) {
  const bool is_tight = ImGui::GetContentRegionAvail().x < px(380);
  ImGui::SameLine();
  if (button(is_playing ? "Pause" : "Play", {.icon = is_playing ? icon::pause : icon::run,
                                             .is_icon_only = is_tight,
                                             .is_enabled = is_enabled,
                                             .hint = "Step by itself.",
                                             .shortcut = "Space"}))
    toggle_play();
}

void LinesPanel::draw_buttons() {
  lab::Stepper* stepper = stepping_.stepper();
  const bool has_files = !files_.list().empty();
  const bool is_over = stepper != nullptr && stepper->phase() == lab::StepperPhase::finished;
  const bool is_playing = stepper != nullptr && stepper->is_playing();
  const bool is_open = stepper != nullptr && stepper->phase() != lab::StepperPhase::closed;
  const bool can_step = has_files && !is_over;
  if (shows_rows()) {
    draw_next({"Next 10", 10, "Ask for ten rows."}, {"Next 100", 100, "Ask for a hundred rows."},
              can_step && !is_playing);
  } else {
    draw_next({"Next", 1, "Ask for one line."}, {"Next 10", 10, "Ask for ten lines."},
              can_step && !is_playing);
    draw_play(is_playing, can_step);
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
    stepping_.close();
  if (!shows_rows()) return;
  ImGui::SameLine();
  if (draw_csv_menu(files_, *selected_file(), run_.row_of(selected_file()->number))) step(first_rows);
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

void LinesPanel::draw() {
  close_outdated_stepper();
  draw_source();
  draw_buttons();
  const lab::Stepper* stepper = stepping_.stepper();
  if (stepper == nullptr) {
    ImGui::Dummy({0, ImGui::GetContentRegionAvail().y / 4});
    empty_state("A generator waits to be asked",
                shows_rows() ? "It yields a row, then sleeps on its own fiber until the next one is wanted. "
                               "Press Next 10."
                             : "It yields a line, then sleeps on its own fiber until the next one is wanted. "
                               "Press Next.");
    return;
  }
  text(stepper->state_text(), colors().muted);
  WidgetRegistry::get().describe(Role::status, "Generator", {.value = stepper->state_text()});
  draw_sources(*stepper);
  draw_failures(*stepper);
  if (stepper->unit() == lab::StepUnit::rows) {
    rows_table_.draw(*stepper);
  } else {
    draw_lines(*stepper);
  }
}

}  // namespace weft::ui
