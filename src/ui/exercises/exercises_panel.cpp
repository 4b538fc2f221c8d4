#include "ui/exercises/exercises_panel.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "imgui_internal.h"
#include "lab/exercises/exercise_list.hpp"
#include "lab/exercises/questions.hpp"
#include "ui/exercises/code_view.hpp"
#include "ui/exercises/exercise_outcome.hpp"
#include "ui/exercises/mastery_list.hpp"
#include "ui/files/summary_controls.hpp"
#include "ui/kit/controls.hpp"
#include "ui/kit/icons.hpp"
#include "ui/kit/panel.hpp"
#include "ui/kit/widget_registry.hpp"

namespace weft::ui {
namespace {

using lab::Exercise;

void draw_group(std::string_view title) {
  ImGui::Dummy({0, px(6)});
  const WithFont font(Face::strong, size::small);
  text(title, colors().muted);
}

std::string mastered(const lab::Mastery& mastery) {
  return mastery.count() == lab::skill_count ? "finished" : "";
}

bool is_done(const lab::Exercises& exercises, const Exercise& exercise) {
  return exercises.report(exercise).phase == lab::ExercisePhase::finished;
}

std::string state_of(const lab::Exercises& exercises, const Exercise& exercise) {
  const lab::ExercisePhase phase = exercises.report(exercise).phase;
  return phase == lab::ExercisePhase::idle ? "" : std::string(name_of(phase));
}

std::string state_of(const lab::Exercises& exercises, const lab::Question& question) {
  for (const Exercise* exercise : exercises_on(question))
    if (!is_done(exercises, *exercise)) return state_of(exercises, *exercise);
  return "finished";
}

}  // namespace

void ExercisesPanel::draw() {
  const ScrollArea area("Exercises");
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {px(8), px(4)});
  auto group = lab::ExerciseGroup::explain;
  for (const Exercise* exercise : lab::all_exercises()) {
    if (exercise->group == lab::ExerciseGroup::explain) continue;
    if (exercise->group != group) draw_group(title_of(exercise->group));
    group = exercise->group;
    draw_exercise(*exercise);
  }
  draw_group(title_of(lab::ExerciseGroup::explain));
  for (const lab::Question& question : lab::questions) draw_question(question);
  draw_group("Master it");
  if (draw_head("What you have done", mastered(checklist_.mastery()))) draw_mastery(checklist_);
  ImGui::PopStyleVar();
  ImGui::Dummy({0, px(12)});
}

/// A line to press, which opens what is under it and closes the rest. True if it is open.
bool ExercisesPanel::draw_head(std::string_view title, std::string_view state) {
  const std::string label(title);
  const bool was_open = open_ == title;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const float inner = width - px(56);
  const WithFont font(was_open ? Face::strong : Face::text);
  const float text_height = ImGui::CalcTextSize(label.c_str(), nullptr, false, inner).y;
  const float height = std::max(control_height(), text_height + px(10));
  if (ImGui::InvisibleButton(label.c_str(), {width, height})) {
    open_ = was_open ? std::string_view{} : title;
    is_new_ = !was_open;
    if (is_new_) want_code();
  }
  WidgetRegistry::get().describe(Role::button, label, {.value = state, .is_checked = was_open});
  if (was_open && std::exchange(is_new_, false)) ImGui::SetScrollHereY(0);
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  if (ImGui::IsItemHovered()) draw.AddRectFilled(at, {at.x + width, at.y + height}, colors().hover, px(6));
  const float top = ImTrunc(at.y + (height - text_height) / 2);
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

/// Of the exercise, or of those of the question, that has been opened.
void ExercisesPanel::want_code() {
  for (const Exercise* exercise : lab::all_exercises()) {
    const lab::Question* question = exercise->evidence.question;
    if (exercise->title == open_ || (question != nullptr && question->title == open_))
      code_.want(exercise->id);
  }
}

void ExercisesPanel::draw_limit(const Exercise& exercise) {
  const std::string figure = std::to_string(options_.limit);
  if (slider("Limit", options_.limit, 1, lab::exercise_limit_max, figure.c_str(), nullptr)) has_slid_ = true;
  const bool is_sliding = ImGui::IsMouseDown(ImGuiMouseButton_Left);
  if (!has_slid_ || is_sliding || activities_.is_busy()) return;
  has_slid_ = false;
  const lab::ExerciseReport& report = exercises_.report(exercise);
  if (report.phase == lab::ExercisePhase::finished && report["limit"] != options_.limit)
    (void)exercises_.start(exercise, options_);
}

void ExercisesPanel::draw_rows_button(const lab::ExerciseReport& report) {
  if (report.phase != lab::ExercisePhase::finished || report.rows.empty()) return;
  if (button("See its rows", {.icon = icon::lines,
                              .hint = "Pull the first rows out of the generator, and page on from there."}))
    see_rows_(report.rows.front().path);
}

void ExercisesPanel::draw_buttons(const Exercise& exercise) {
  const std::string label(exercise.button);
  if (exercises_.current() == &exercise) {
    if (button("Stop", {.icon = icon::stop, .is_enabled = activities_.can_cancel()})) activities_.cancel();
    return;
  }
  if (button(label.c_str(), {.icon = icon::run, .is_enabled = !activities_.is_busy()}))
    (void)exercises_.start(exercise, options_);
}

/// All that is under a title.
void ExercisesPanel::draw_work(const Exercise& exercise) {
  using Extra = lab::ExerciseExtra;
  const lab::ExerciseReport& report = exercises_.report(exercise);
  ImGui::PushID(&exercise);
  paragraph(exercise.task, colors().muted);
  ImGui::Dummy({0, px(2)});
  if (exercise.extra == Extra::limit) draw_limit(exercise);
  draw_buttons(exercise);
  ImGui::Dummy({0, px(2)});
  draw_outcome(report, runs_.run());
  if (exercise.extra == Extra::rows) draw_rows_button(report);
  if (exercise.extra == Extra::summary && runs_.has_results()) summary_.draw();
  ImGui::Dummy({0, px(4)});
  paragraph(exercise.look_at, colors().muted);
  draw_code(code_, exercise.id, language_);
  ImGui::PopID();
}

void ExercisesPanel::draw_exercise(const Exercise& exercise) {
  if (!draw_head(exercise.title, state_of(exercises_, exercise))) return;
  ImGui::Indent(px(4));
  draw_work(exercise);
  ImGui::Unindent(px(4));
  ImGui::Dummy({0, px(8)});
}

void ExercisesPanel::draw_question(const lab::Question& question) {
  if (!draw_head(question.title, state_of(exercises_, question))) return;
  ImGui::Indent(px(4));
  paragraph(question.answer);
  for (const std::string& sentence : evidence(runs_.run().report(), exercises_, question)) {
    ImGui::Dummy({0, px(2)});
    paragraph(sentence, colors().accent);
  }
  for (const Exercise* exercise : exercises_on(question)) {
    ImGui::Dummy({0, px(6)});
    draw_work(*exercise);
  }
  ImGui::Unindent(px(4));
  ImGui::Dummy({0, px(8)});
}

}  // namespace weft::ui
