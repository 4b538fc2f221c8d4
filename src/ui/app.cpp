#include "ui/app.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string>

#include "imgui_internal.h"
#include "lab/format.hpp"
#include "lab/lab.hpp"
#include "ui/browser.hpp"
#include "ui/commands.hpp"
#include "ui/compare_panel.hpp"
#include "ui/controls.hpp"
#include "ui/format.hpp"
#include "ui/frozen_overlay.hpp"
#include "ui/header.hpp"
#include "ui/icons.hpp"
#include "ui/panel.hpp"
#include "ui/settings_panel.hpp"
#include "ui/summary_controls.hpp"

namespace weft::ui {
namespace {

// In the order of App::Page.
constexpr std::array<TabItem, 7> pages = {{{icon::files, "Files"},
                                           {icon::timeline, "Timeline"},
                                           {icon::exercises, "Exercises"},
                                           {icon::compare, "Compare"},
                                           {icon::lines, "Lines"},
                                           {icon::log, "Log"},
                                           {icon::settings, "Settings"}}};
constexpr int first_side_page = 2;

std::string outcome_of(const lab::RunReport& report) {
  std::string words = lab::format("{} run{}: {} done", title_of(report.settings.mode),
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

}  // namespace

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
  handle_shortcuts(lab_);
  lines_.handle_shortcuts(lab_);
  follow_activity();
  const bool is_narrow = view.Size.x < px(wide_enough);
  float top = draw_header(lab_, view.Size.x < px(one_line_header));
  ImGui::SetCursorPos({0, top});
  top += draw_notice(lab_);
  const ImVec2 room = {view.Size.x, view.Size.y - top};
  if (is_narrow) {
    draw_narrow({0, top}, room);
  } else {
    draw_wide({0, top}, room);
  }
  ImGui::End();
  draw_frozen_overlay(lab_);
}

/// Shows what has been started, once, when it starts; and says aloud how it ended.
void App::follow_activity() {
  const lab::Activity ended = last_activity_;
  if (lab_.activities().current() == ended) return;
  last_activity_ = lab_.activities().current();
  if (lab_.activities().current() == lab::Activity::comparing) show(Page::compare);
  if (lab_.activities().current() == lab::Activity::lesson) show(Page::log);
  if (ended == lab::Activity::running) announce(outcome_of(lab_.runs().run().report()));
  if (ended == lab::Activity::comparing) announce(end_of(lab_.runs().comparison().report()));
  if (ended == lab::Activity::writing_summary) announce(outcome_words(lab_));
}

void App::draw_wide(ImVec2 at, ImVec2 room) {
  const float space = px(gap);
  const ImVec2 inner = {room.x - 3 * space, room.y - 2 * space};
  const float side = std::clamp(ImTrunc(inner.x * 0.31F), px(360), px(520));
  const float main = inner.x - side;
  const float lower = std::clamp(ImTrunc(inner.y * 0.42F), px(220), px(520));
  ImGui::SetCursorPos({at.x + space, at.y + space});
  files_.draw(lab_, {main, inner.y - lower - space}, false);
  ImGui::SetCursorPos({at.x + space, at.y + room.y - space - lower});
  timeline_.draw(lab_, {main, lower});
  ImGui::SetCursorPos({at.x + 2 * space + main, at.y + space});
  const Panel panel("Side", {side, inner.y});
  tabs("Side", std::span(pages).subspan(first_side_page), side_);
  ImGui::Dummy({0, px(2)});
  draw_content(static_cast<Page>(side_ + first_side_page), false);
}

void App::draw_narrow(ImVec2 at, ImVec2 room) {
  const float bar = px(58);
  const float space = px(8);
  ImGui::SetCursorPos({at.x + space, at.y + space});
  draw_page(static_cast<Page>(page_), {room.x - 2 * space, room.y - bar - 2 * space});
  ImGui::SetCursorPos({0, at.y + room.y - bar});
  const ImVec2 corner = ImGui::GetCursorScreenPos();
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  draw.AddRectFilled(corner, {corner.x + room.x, corner.y + bar}, colors().panel);
  draw.AddLine(corner, {corner.x + room.x, corner.y}, colors().border, px(1));
  thumb_tabs("Pages", pages, page_, bar);
}

void App::draw_page(Page page, ImVec2 room) {
  if (page == Page::files) return files_.draw(lab_, room, room.x < px(700));
  if (page == Page::timeline) return timeline_.draw(lab_, room);
  const Panel panel(pages[static_cast<std::size_t>(page)].label, room);
  draw_content(page, true);
}

void App::draw_exercises() {
  const std::string path = exercises_.draw(lab_);
  if (path.empty()) return;
  lines_.show_rows(lab_, path);
  show(Page::lines);
}

void App::show(Page page) {
  side_ = static_cast<int>(page) - first_side_page;
  page_ = static_cast<int>(page);
}

void App::draw_content(Page page, bool is_narrow) {
  if (page == Page::exercises) draw_exercises();
  if (page == Page::compare) draw_comparison(lab_);
  if (page == Page::lines) lines_.draw(lab_);
  if (page == Page::log) log_.draw(lab_, is_narrow);
  if (page == Page::settings) draw_settings(lab_);
}

}  // namespace weft::ui
