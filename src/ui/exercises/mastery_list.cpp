#include "ui/exercises/mastery_list.hpp"

#include <string>

#include "imgui_internal.h"
#include "lab/checklist.hpp"
#include "lab/format.hpp"
#include "ui/kit/controls.hpp"
#include "ui/kit/icons.hpp"
#include "ui/kit/widget_registry.hpp"

namespace weft::ui {
namespace {

void draw_mark(ImVec2 middle, bool is_done) {
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const float radius = px(9);
  if (!is_done) return draw.AddCircle(middle, radius, colors().faint, 0, px(1.5F));
  draw.AddCircleFilled(middle, radius, colors().good);
  const float size = px(13);
  const ImVec2 from = {ImTrunc(middle.x - size / 2), ImTrunc(middle.y - size / 2)};
  const WithFont font(Face::strong, 13);
  draw_icon(from, icon::done, colors().panel);
}

void draw_skill(const lab::SkillText& skill, bool is_done) {
  const float indent = px(28);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  draw_mark({at.x + px(9), ImTrunc(at.y + ImGui::GetFontSize() / 2)}, is_done);
  ImGui::Indent(indent);
  ImGui::BeginGroup();
  paragraph(skill.title, is_done ? colors().muted : colors().text);
  if (!is_done) {
    const WithFont small(Face::text, size::small);
    paragraph(skill.how, colors().muted);
  }
  ImGui::EndGroup();
  WidgetRegistry::get().describe(Role::checkbox, skill.title,
                                 {.value = is_done ? "done" : skill.how, .is_checked = is_done});
  ImGui::Unindent(indent);
  ImGui::Dummy({0, px(4)});
}

}  // namespace

void draw_mastery(lab::Checklist& checklist) {
  const lab::Mastery& mastery = checklist.mastery();
  text(lab::format("{} of {} done", mastery.count(), lab::skill_count), colors().muted);
  ImGui::Dummy({0, px(2)});
  for (const lab::Skill skill : lab::all_skills()) draw_skill(lab::text_of(skill), mastery.has(skill));
  if (button("Reset the checklist", {.icon = icon::restart,
                                     .emphasis = Emphasis::quiet,
                                     .is_enabled = mastery.count() > 0,
                                     .hint = "Take all ticks away, to do it again."}))
    checklist.reset();
}

}  // namespace weft::ui
