#include "ui/exercises_panel.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "imgui_internal.h"
#include "lab/exercises/catalogue.hpp"
#include "lab/exercises/questions.hpp"
#include "lab/lab.hpp"
#include "ui/code_view.hpp"
#include "ui/controls.hpp"
#include "ui/exercise_outcome.hpp"
#include "ui/icons.hpp"
#include "ui/mastery_list.hpp"
#include "ui/panel.hpp"
#include "ui/summary_controls.hpp"
#include "ui/widget_registry.hpp"

namespace weft::ui {
namespace {

using lab::Exercise;

void draw_group(std::string_view title) {
  ImGui::Dummy({0, px(6)});
  const WithFont font(Face::strong, size::small);
  text(title, colors().muted);
}

std::string mastered(lab::Lab& lab) {
  return lab.checklist().mastery().count() == lab::skill_count ? "finished" : "";
}

bool is_done(lab::Lab& lab, Exercise exercise) {
  return lab.exercises().report(exercise).phase == lab::ExercisePhase::finished;
}

std::string state_of(lab::Lab& lab, Exercise exercise) {
  const lab::ExercisePhase phase = lab.exercises().report(exercise).phase;
  return phase == lab::ExercisePhase::idle ? "" : std::string(name_of(phase));
}

std::string state_of(lab::Lab& lab, const lab::Question& question) {
  for (const Exercise exercise : question.distinct_exercises())
    if (!is_done(lab, exercise)) return state_of(lab, exercise);
  return "finished";
}

}  // namespace

std::string ExercisesPanel::draw(lab::Lab& lab) {
  const ScrollArea area("Exercises");
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {px(8), px(4)});
  auto group = lab::ExerciseGroup::explain;
  for (const lab::ExerciseText& text : lab::exercise_texts()) {
    if (text.group == lab::ExerciseGroup::explain) continue;
    if (text.group != group) draw_group(title_of(text.group));
    group = text.group;
    draw_exercise(lab, text);
  }
  draw_group(title_of(lab::ExerciseGroup::explain));
  for (const lab::Question& question : lab::questions()) draw_question(lab, question);
  draw_group("Master it");
  if (draw_head("What you have done", mastered(lab))) draw_mastery(lab);
  ImGui::PopStyleVar();
  ImGui::Dummy({0, px(12)});
  return std::exchange(wanted_rows_, {});
}

/// A line to press, which opens what is under it and closes the rest. True if it is open.
bool ExercisesPanel::draw_head(std::string_view title, std::string_view state) {
  const std::string label(title);
  const bool was_open = open_ == title;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const float inner = width - px(56);
  const WithFont font(was_open ? Face::strong : Face::text);
  const float words_height = ImGui::CalcTextSize(label.c_str(), nullptr, false, inner).y;
  const float height = std::max(control_height(), words_height + px(10));
  if (ImGui::InvisibleButton(label.c_str(), {width, height})) {
    open_ = was_open ? std::string_view{} : title;
    is_new_ = !was_open;
  }
  WidgetRegistry::get().describe(Role::button, label, {.value = state, .is_checked = was_open});
  if (was_open && std::exchange(is_new_, false)) ImGui::SetScrollHereY(0);
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  if (ImGui::IsItemHovered()) draw.AddRectFilled(at, {at.x + width, at.y + height}, colors().hover, px(6));
  const float top = ImTrunc(at.y + (height - words_height) / 2);
  const ImGuiDir direction = was_open ? ImGuiDir_Down : ImGuiDir_Right;
  ImGui::RenderArrow(&draw, {at.x + px(4), ImTrunc(at.y + (height - ImGui::GetFontSize()) / 2)},
                     colors().muted, direction, 0.8F);
  draw.AddText(ImGui::GetFont(), ImGui::GetFontSize(), {at.x + px(26), top},
               was_open ? colors().accent : colors().text, label.c_str(), nullptr, inner);
  if (state == "finished")
    draw.AddText({at.x + width - px(24), ImTrunc(at.y + (height - ImGui::GetFontSize()) / 2)}, colors().good,
                 icon::done);
  return was_open;
}

void ExercisesPanel::draw_limit(lab::Lab& lab) {
  const std::string figure = std::to_string(options_.limit);
  slider("Limit", options_.limit, 1, lab::exercise_limit_max, figure.c_str(), nullptr);
  const lab::ExerciseReport& report = lab.exercises().report(Exercise::limit_open_files);
  const bool is_stale = report.phase == lab::ExercisePhase::finished && report["limit"] != options_.limit;
  const bool is_sliding = ImGui::IsMouseDown(ImGuiMouseButton_Left);
  if (is_stale && !is_sliding && !lab.activities().is_busy())
    (void)lab.exercises().start(Exercise::limit_open_files, options_);
}

void ExercisesPanel::draw_rows_button(lab::Lab& lab) {
  const lab::ExerciseReport& report = lab.exercises().report(Exercise::parse_csv);
  if (report.phase != lab::ExercisePhase::finished || report.rows.empty()) return;
  if (button("See its rows", {.icon = icon::lines,
                              .hint = "Pull the first rows out of the generator, and page on from there."}))
    wanted_rows_ = report.rows.front().path;
}

void ExercisesPanel::draw_buttons(lab::Lab& lab, const lab::ExerciseText& text) {
  if (text.exercise == Exercise::limit_open_files) draw_limit(lab);
  const std::string label(text.button);
  if (lab.exercises().current() == text.exercise) {
    if (button("Stop", {.icon = icon::stop, .is_enabled = lab.activities().can_cancel()})) lab.activities().cancel();
    return;
  }
  if (button(label.c_str(), {.icon = icon::run, .is_enabled = !lab.activities().is_busy()}))
    (void)lab.exercises().start(text.exercise, options_);
}

void ExercisesPanel::draw_exercise(lab::Lab& lab, const lab::ExerciseText& text) {
  if (!draw_head(text.title, state_of(lab, text.exercise))) return;
  ImGui::PushID(static_cast<int>(text.exercise));
  ImGui::Indent(px(4));
  paragraph(text.task, colors().muted);
  ImGui::Dummy({0, px(2)});
  draw_buttons(lab, text);
  ImGui::Dummy({0, px(2)});
  draw_outcome(lab.exercises().report(text.exercise), lab.runs().run());
  if (text.exercise == Exercise::parse_csv) draw_rows_button(lab);
  if (text.exercise == Exercise::write_results && lab.runs().has_results()) draw_summary_controls(lab);
  ImGui::Dummy({0, px(4)});
  paragraph(text.look_at, colors().muted);
  draw_code(code_of(text.exercise), language_);
  ImGui::Unindent(px(4));
  ImGui::Dummy({0, px(8)});
  ImGui::PopID();
}

void ExercisesPanel::draw_question(lab::Lab& lab, const lab::Question& question) {
  if (!draw_head(question.title, state_of(lab, question))) return;
  ImGui::Indent(px(4));
  paragraph(question.answer);
  for (const std::string& sentence : evidence(lab.runs().run().report(), lab.exercises(), question)) {
    ImGui::Dummy({0, px(2)});
    paragraph(sentence, colors().accent);
  }
  for (const Exercise exercise : question.distinct_exercises()) {
    const lab::ExerciseText& text = text_of(exercise);
    ImGui::PushID(static_cast<int>(exercise));
    ImGui::Dummy({0, px(6)});
    paragraph(text.task, colors().muted);
    draw_buttons(lab, text);
    draw_outcome(lab.exercises().report(exercise), lab.runs().run());
    paragraph(text.look_at, colors().muted);
    draw_code(code_of(exercise), language_);
    ImGui::PopID();
  }
  ImGui::Unindent(px(4));
  ImGui::Dummy({0, px(8)});
}

}  // namespace weft::ui
