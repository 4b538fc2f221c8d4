#include "ui/timeline/timeline_panel.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include <emscripten/emscripten.h>

#include "imgui_internal.h"
#include "lab/format.hpp"
#include "lab/run.hpp"
#include "lab/story.hpp"
#include "lab/timeline.hpp"
#include "reading/waits.hpp"
#include "ui/kit/controls.hpp"
#include "ui/kit/format.hpp"
#include "ui/kit/icons.hpp"
#include "ui/kit/panel.hpp"
#include "ui/kit/widget_registry.hpp"
#include "ui/timeline/lane_picture.hpp"
#include "vfs/waits.hpp"

namespace weft::ui {
namespace {

constexpr std::array legend = {
    std::pair(fiber::State::running, "computing"),
    std::pair(fiber::State::blocking, "blocking the page"),
    std::pair(fiber::State(vfs::for_read), "waiting for a read"),
    std::pair(fiber::State(reading::for_worker), "in a worker"),
    std::pair(fiber::State::sleeping, "sleeping"),
    std::pair(fiber::State::ready, "ready"),
    std::pair(fiber::State::waiting_on_semaphore, "waiting for its turn"),
};

std::string summary(const lab::Timeline& timeline, const lab::RunReport& report, double end_ms) {
  if (report.phase == lab::RunPhase::idle) return "a lane for every fiber";
  return lab::format("{} · {} · {}", title_of(report.mode()), duration(end_ms - timeline.start_ms()),
                     report.mode() == lab::Mode::sync
                         ? "one fiber"
                         : count_of(strips_of(timeline, report, end_ms).size(), "fiber", "fibers"));
}

/// Samples of the states, as thick as in the lanes, in as many lines as it takes.
void draw_legend() {
  const WithFont font(Face::text, size::small);
  const float swatch = px(18);
  const float gap = px(14);
  const float left = ImGui::GetCursorScreenPos().x;
  const float right = left + ImGui::GetContentRegionAvail().x;
  ImVec2 at = ImGui::GetCursorScreenPos();
  const float line = ImGui::GetFontSize() + px(4);
  const auto add = [&](const char* words, float thickness, float middle, ImU32 color) {
    const float width = swatch + px(6) + ImGui::CalcTextSize(words).x;
    if (at.x > left && at.x + width > right) at = {left, at.y + line};
    const float top = ImTrunc(at.y + ImGui::GetFontSize() * middle - thickness / 2);
    ImGui::GetWindowDrawList()->AddRectFilled({at.x, top}, {at.x + swatch, top + thickness}, color);
    draw_text({at.x + swatch + px(6), at.y}, right, words, colors().muted);
    at.x += width + gap;
  };
  for (const auto& [state, words] : legend)
    add(words, std::max(px(2), ImTrunc(px(11) * weight_of(state))), 0.5F, color_of(state));
  add("critical path", px(2), 0.8F, colors().accent);
  ImGui::Dummy({1, at.y + line - ImGui::GetCursorScreenPos().y});
}

/// The stay, when it began, and why.
void describe(const lab::Span& stay, const lab::Story& story, std::string_view name, double zero_ms) {
  const Tooltip tooltip;
  if (!tooltip.is_open()) return;
  wrapped_text(name, px(400), 0, Flow::of_first_letter);
  const WithFont small(Face::text, size::small);
  wrapped_text(lab::format("{} for {}, from {} on", name_of(stay.state),
                           duration(stay.end_ms - stay.start_ms), duration(stay.start_ms - zero_ms)),
               px(400), colors().muted);
  wrapped_text(story.of(stay), px(400));
}

/// More lanes than can be told apart.
bool is_crowd(std::size_t lanes, float room) { return room < px(3) * static_cast<float>(lanes); }

void draw_names(const std::vector<Strip>& strips, ImVec2 at, float width, float lane_height) {
  const WithFont font(Face::text, size::caption);
  const ImRect& clip = ImGui::GetCurrentWindow()->ClipRect;
  for (std::size_t lane = 0; lane < strips.size(); ++lane) {
    const float y = at.y + static_cast<float>(lane) * lane_height;
    if (y + lane_height < clip.Min.y || y > clip.Max.y) continue;
    draw_text({at.x, ImTrunc(y + (lane_height - px(2) - ImGui::GetFontSize()) / 2)}, at.x + width - px(8),
              strips[lane].name, colors().muted);
  }
}

}  // namespace

void TimelinePanel::zoom(double ms, double factor) {
  axis_.zoom(ms, factor);
  focus_ms_ = ms;
  has_just_zoomed_ = shows_all_;
  shows_all_ = false;
}

/// All lanes at once, however thin; or, looked at closely, thick enough to have a name, and scrolled.
float TimelinePanel::lane_height_for(std::size_t lanes, float room) const {
  const float fitting = room / static_cast<float>(std::max<std::size_t>(1, lanes));
  if (!is_crowd(lanes, room)) return std::min(ImTrunc(fitting), px(22));
  return shows_all_ ? fitting : px(15);
}

void TimelinePanel::keep_strip(std::size_t strip, float y) {
  kept_strip_ = static_cast<float>(strip);
  kept_y_ = y;
}

void TimelinePanel::draw_head() {
  Panel::title("Timeline", summary(timeline_, run_.report(), timeline_.end_ms(emscripten_get_now())).c_str());
  if (run_.report().phase == lab::RunPhase::idle) return;
  align_right(3 * control_height() + 2 * px(2));
  if (button("Zoom in", {.icon = icon::zoom_in,
                         .emphasis = Emphasis::quiet,
                         .is_icon_only = true,
                         .shortcut = "Ctrl + wheel"}))
    zoom(axis_.middle_ms(), 0.5);
  ImGui::SameLine(0, px(2));
  if (button("Zoom out", {.icon = icon::zoom_out,
                          .emphasis = Emphasis::quiet,
                          .is_icon_only = true,
                          .is_enabled = !shows_all_}))
    zoom(axis_.middle_ms(), 2);
  ImGui::SameLine(0, px(2));
  if (button(
          "Show all",
          {.icon = icon::fit, .emphasis = Emphasis::quiet, .is_icon_only = true, .is_enabled = !shows_all_}))
    shows_all_ = true;
}

void TimelinePanel::handle_pointer(double start_ms, double end_ms) {
  const ImGuiIO& io = ImGui::GetIO();
  if (ImGui::IsItemActive() && io.MouseDelta.x != 0 && !shows_all_) axis_.pan(-io.MouseDelta.x);
  if (ImGui::IsItemHovered()) {
    if (ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) shows_all_ = true;
    if (io.MouseWheel != 0 && (io.KeyCtrl || io.KeySuper)) {
      zoom(axis_.ms_of(io.MousePos.x), io.MouseWheel > 0 ? 1 / 1.3 : 1.3);
    }
    if (io.MouseWheelH != 0 && !shows_all_) axis_.pan(-io.MouseWheelH * px(40));
  }
  axis_.keep_within(start_ms, end_ms);
  if (axis_.to_ms - axis_.from_ms >= end_ms - start_ms) shows_all_ = true;
}

void TimelinePanel::handle_shortcuts() {
  if (ImGui::GetIO().WantTextInput || run_.report().phase == lab::RunPhase::idle) return;
  if (ImGui::Shortcut(ImGuiKey_Comma, ImGuiInputFlags_RouteGlobal)) selection_.go_to_cause();
  if (ImGui::Shortcut(ImGuiKey_Period, ImGuiInputFlags_RouteGlobal)) selection_.go_back();
}

/// What is told of the selected stay stands where the legend was.
void TimelinePanel::draw_selected() {
  const lab::Story story(timeline_, selection_.stays(), run_.report());
  const lab::Span stay = *selection_.selected();
  const std::string words =
      lab::format("From {} on: {}", duration(stay.start_ms - timeline_.start_ms()), story.of(stay));
  {
    const WithFont small(Face::text, size::small);
    wrapped_text(words, ImGui::GetContentRegionAvail().x);
    WidgetRegistry::get().describe(Role::status, words);
  }
  if (button("To its cause", {.hint = "What this stretch came of, or what let it go on.", .shortcut = ","}))
    selection_.go_to_cause();
  ImGui::SameLine();
  if (button("Back##cause", {.is_enabled = selection_.can_go_back(), .shortcut = "."})) selection_.go_back();
  ImGui::SameLine();
  if (button("Close##cause", {.icon = icon::close, .emphasis = Emphasis::quiet, .is_icon_only = true}))
    selection_.clear();
}

void TimelinePanel::draw_marks(const LanePicture& picture) {
  for (const lab::PathLine& line : run_.report().analysis.path) {
    if (line.stay.fiber != 0)
      picture.underline(line.stay, timeline_.start_ms() + line.from_ms, timeline_.start_ms() + line.to_ms);
  }
  const std::optional<lab::Span> stay = selection_.selected();
  if (!stay) return;
  picture.outline(*stay);
  if (const lab::Span* cause = selection_.stays().reason_of(*stay)) picture.draw_arrow(*cause, *stay);
}

void TimelinePanel::select_under_pointer(const LanePicture& picture) {
  if (!ImGui::IsItemHovered()) return;
  const ImGuiIO& io = ImGui::GetIO();
  const lab::Span stay = picture.at(io.MousePos);
  const bool has_moved = ImGui::GetMouseDragDelta().x != 0;
  if (ImGui::IsMouseReleased(ImGuiMouseButton_Left) && !has_moved) {
    if (stay.fiber == 0) {
      selection_.clear();
    } else {
      selection_.select(stay);
    }
  }
  if (stay.fiber == 0 || ImGui::IsItemActive()) return;
  const lab::StayIndex& stays = selection_.stays();
  if (const lab::Span* cause = stays.reason_of(stay)) picture.draw_arrow(*cause, stay);
  describe(stay, lab::Story(timeline_, stays, run_.report()),
           picture.strips[picture.strip_at(io.MousePos.y)].name, timeline_.start_ms());
}

void TimelinePanel::draw_lanes() {
  const double end_ms = timeline_.end_ms(emscripten_get_now());
  const std::vector<Strip> strips = strips_of(timeline_, run_.report(), end_ms);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const ImVec2 room = ImGui::GetContentRegionAvail();
  const float axis_height = px(20);
  const float lane_height = lane_height_for(strips.size(), room.y - axis_height);
  const bool has_names = lane_height >= px(13);
  const float names_width = has_names ? std::min(px(150), room.x / 4) : 0;
  axis_.left = at.x + names_width;
  axis_.right = at.x + room.x - px(8);
  if (shows_all_) {
    axis_.from_ms = timeline_.start_ms();
    axis_.to_ms = std::max(end_ms, timeline_.start_ms() + 0.1);
  }
  draw_ticks(axis_, timeline_.start_ms(), at.y, at.y + room.y);
  ImGui::SetCursorScreenPos({at.x, at.y + axis_height});
  const ScrollArea area("Lanes");
  ImGui::SetNextItemAllowOverlap();
  if (kept_strip_ >= 0) ImGui::SetScrollY(kept_strip_ * lane_height - (kept_y_ - at.y - axis_height));
  kept_strip_ = -1;
  const ImVec2 top = ImGui::GetCursorScreenPos();
  const float height =
      std::max(ImGui::GetContentRegionAvail().y, lane_height * static_cast<float>(strips.size()));
  ImGui::InvisibleButton("##lanes", {std::max(1.0F, room.x - px(10)), std::max(1.0F, height)});
  WidgetRegistry::get().describe(Role::image, "Timeline of fibers");
  handle_pointer(timeline_.start_ms(), end_ms);
  if (has_names) draw_names(strips, top, names_width, lane_height);
  const LanePicture picture{timeline_, strips, axis_, end_ms, top.y, lane_height};
  picture.draw();
  draw_marks(picture);
  if (has_just_zoomed_ && is_crowd(strips.size(), room.y))
    keep_strip(picture.busy_at(focus_ms_), at.y + room.y / 2);
  has_just_zoomed_ = false;
  select_under_pointer(picture);
}

void TimelinePanel::draw(ImVec2 size) {
  const Panel panel("Timeline", size);
  draw_head();
  if (selection_.selected()) {
    draw_selected();
  } else {
    draw_legend();
  }
  if (run_.report().phase == lab::RunPhase::idle) {
    const ImVec2 room = ImGui::GetContentRegionAvail();
    const ImVec2 picture = {std::min(room.x, px(520)), px(100)};
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float down = std::max(px(8), (room.y - picture.y - px(80)) / 2);
    draw_example_lanes({at.x + (room.x - picture.x) / 2, at.y + down}, picture);
    ImGui::Dummy({1, down + picture.y + px(16)});
    empty_state("Nothing has run yet",
                "Sync waits for every file in turn. Async lets the waits overlap. Press Run to see it.");
    return;
  }
  draw_lanes();
}

}  // namespace weft::ui
