#include "ui/app.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "imgui_internal.h"
#include "lab/format.hpp"
#include "lab/lab.hpp"
#include "ui/commands.hpp"
#include "ui/compare/compare_panel.hpp"
#include "ui/files/summary_controls.hpp"
#include "ui/frozen_overlay.hpp"
#include "ui/header.hpp"
#include "ui/kit/browser.hpp"
#include "ui/kit/controls.hpp"
#include "ui/kit/format.hpp"
#include "ui/kit/icons.hpp"
#include "ui/kit/panel.hpp"
#include "ui/settings/settings_panel.hpp"
#include "ui/why/why_panel.hpp"

namespace weft::ui {
namespace {

std::string outcome_of(const lab::RunReport& report) {
  std::string words = lab::format("{} run{}: {} done", title_of(report.mode()),
                                  report.phase == lab::RunPhase::cancelled ? " cancelled" : "",
                                  count_of(report.totals.files, "file", "files"));
  const std::size_t skipped = report.completed - report.failed - report.totals.files;
  if (report.failed > 0) words += lab::format(", {} failed", count(report.failed));
  if (skipped > 0) words += lab::format(", {} skipped", count(skipped));
  return words + ", in " + duration(report.wall_ms);
}

std::string end_of(const lab::CompareReport& report) {
  if (report.phase == lab::ComparisonPhase::cancelled) return "The comparison was cancelled.";
  return "The comparison has ended. " + report.doubt();
}

// CSS pixels.
constexpr float wide_enough = 1140;
constexpr float one_line_header = 740;
constexpr float gap = 12;

template <class Side>
TabItem item_of(const Side& side) {
  return {side.icon, side.title};
}

}  // namespace

App::App(lab::Lab& lab)
    : lab_(lab),
      commands_(lab),
      summary_(lab.results(), lab.runs(), lab.activities(), lab.preferences()),
      files_(lab.files().list(), lab.runs().run(), lab.preferences(), commands_, summary_,
             FileOrder(lab.files().list(), lab.runs().run(), lab.activities(), lab.revision())),
      selection_(lab.timeline()),
      timeline_(lab.timeline(), lab.runs().run(), selection_),
      lines_(lab.stepping(), lab.files(), lab.preferences(), lab.runs().run()),
      log_(lab.log(), commands_),
      exercises_(lab.exercises(), lab.activities(), lab.runs(), lab.checklist(), lab.code(), summary_,
                 [this](const std::string& path) {
                   lines_.show_rows(path);
                   show("Lines");
                 }),
      sides_{{
          {icon::exercises, "Exercises", [this](bool) { exercises_.draw(); }},
          {icon::compare, "Compare", [this](bool) { draw_comparison(lab_.runs(), commands_); }},
          {icon::why, "Why", [this](bool) { draw_why(lab_.runs(), lab_.timeline(), selection_); }},
          {icon::lines, "Lines", [this](bool) { lines_.draw(); }},
          {icon::log, "Log", [this](bool is_narrow) { log_.draw(is_narrow); }},
          {icon::settings, "Settings",
           [this](bool) { draw_settings(lab_.preferences(), lab_.files().list(), commands_); }},
      }} {}

void App::draw() {
  touch_.update();
  const ImGuiViewport& view = *ImGui::GetMainViewport();
  ImGui::SetNextWindowPos(view.Pos);
  ImGui::SetNextWindowSize(view.Size);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 0);
  ImGui::Begin("Weft", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                   ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoSavedSettings);
  ImGui::PopStyleVar(2);
  commands_.handle_keys();
  lines_.handle_shortcuts();
  timeline_.handle_shortcuts();
  follow_activity();
  const bool is_narrow = view.Size.x < px(wide_enough);
  float top = draw_header(commands_, lab_.preferences(), lab_.activities().is_busy(),
                          view.Size.x < px(one_line_header));
  ImGui::SetCursorPos({0, top});
  top += draw_notice(lab_.activities());
  const ImVec2 room = {view.Size.x, view.Size.y - top};
  if (is_narrow) {
    draw_narrow({0, top}, room);
  } else {
    draw_wide({0, top}, room);
  }
  ImGui::End();
  draw_frozen_overlay(lab_.runs().run().report());
}

/// Shows what has been started, once, when it starts; and says aloud how it ended.
void App::follow_activity() {
  const lab::Activity now = lab_.activities().current();
  if (now == last_activity_) return;
  announce_end_of(std::exchange(last_activity_, now));
  if (now == lab::Activity::comparing) show("Compare");
  if (now == lab::Activity::lesson) show("Log");
}

void App::announce_end_of(lab::Activity activity) const {
  if (activity == lab::Activity::running) announce(outcome_of(lab_.runs().run().report()));
  if (activity == lab::Activity::comparing) announce(end_of(lab_.runs().comparison().report()));
  if (activity == lab::Activity::writing_summary) announce(summary_.outcome());
}

void App::draw_wide(ImVec2 at, ImVec2 room) {
  const float space = px(gap);
  const ImVec2 inner = {room.x - 3 * space, room.y - 2 * space};
  const float side = std::clamp(ImTrunc(inner.x * 0.31F), px(360), px(520));
  const float main = inner.x - side;
  const float lower = std::clamp(ImTrunc(inner.y * 0.42F), px(220), px(520));
  ImGui::SetCursorPos({at.x + space, at.y + space});
  files_.draw({main, inner.y - lower - space}, false);
  ImGui::SetCursorPos({at.x + space, at.y + room.y - space - lower});
  timeline_.draw({main, lower});
  ImGui::SetCursorPos({at.x + 2 * space + main, at.y + space});
  const Panel panel("Side", {side, inner.y});
  std::array<TabItem, side_count> items;
  std::ranges::transform(sides_, items.begin(), item_of<SidePanel>);
  tabs("Side", items, side_);
  ImGui::Dummy({0, px(2)});
  sides_.at(static_cast<std::size_t>(side_)).draw(false);
}

void App::draw_narrow(ImVec2 at, ImVec2 room) {
  const float bar = px(58);
  const float space = px(8);
  ImGui::SetCursorPos({at.x + space, at.y + space});
  draw_page({room.x - 2 * space, room.y - bar - 2 * space});
  ImGui::SetCursorPos({0, at.y + room.y - bar});
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  draw.AddRectFilled(corner, {corner.x + room.x, corner.y + bar}, colors().panel);
  draw.AddLine(corner, {corner.x + room.x, corner.y}, colors().border, px(1));
  std::array<TabItem, main_count + side_count> items = {
      {{icon::files, "Files"}, {icon::timeline, "Timeline"}}};
  std::ranges::transform(sides_, items.begin() + main_count, item_of<SidePanel>);
  thumb_tabs("Pages", items, page_, bar);
}

void App::draw_page(ImVec2 room) {
  if (page_ == 0) return files_.draw(room, room.x < px(700));
  if (page_ == 1) return timeline_.draw(room);
  const SidePanel& side = sides_.at(static_cast<std::size_t>(page_ - main_count));
  const Panel panel(side.title, room);
  side.draw(true);
}

void App::show(std::string_view title) {
  const auto at = std::ranges::find(sides_, title, &SidePanel::title);
  side_ = static_cast<int>(at - sides_.begin());
  page_ = side_ + main_count;
}

}  // namespace weft::ui
