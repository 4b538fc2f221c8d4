#include "ui/exercises/exercise_outcome.hpp"

#include <algorithm>
#include <span>
#include <string>

#include "imgui_internal.h"
#include "lab/exercises/exercise.hpp"
#include "lab/format.hpp"
#include "lab/run.hpp"
#include "ui/kit/controls.hpp"
#include "ui/kit/format.hpp"
#include "ui/kit/icons.hpp"
#include "ui/kit/widget_registry.hpp"

namespace weft::ui {
namespace {

std::string whole(double figure) { return count(static_cast<std::uint64_t>(figure)); }

std::string value_text(const lab::Figure& figure) {
  switch (figure.unit) {
    case lab::Unit::count:
      return whole(figure.value);
    case lab::Unit::milliseconds:
      return duration(figure.value);
    case lab::Unit::bytes:
      return bytes(figure.value);
    case lab::Unit::times:
      return times(figure.value) + " ×";
  }
  return {};
}

/// A name at the left and what belongs to it at the right edge, in one line.
void draw_pair(std::string_view name, std::string_view value, ImU32 color) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const float own = std::min(text_width(value), width * 0.6F);
  draw_text(at, at.x + width - own - px(8), name, colors().muted);
  draw_text({at.x + width - own, at.y}, at.x + width + px(2), value, color);
  ImGui::Dummy({width, ImGui::GetFontSize() + px(3)});
  WidgetRegistry::get().describe(Role::row, name, {.value = value});
}

/// Open files against how many may be: the bar is now, the mark is the worst moment.
void draw_gauge(const lab::ExerciseReport& report) {
  const double limit = report["limit"];
  if (limit <= 0) return;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const ImVec2 room = {ImGui::GetContentRegionAvail().x, px(14)};
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  const auto x_of = [&](double value) {
    return ImTrunc(at.x + room.x * static_cast<float>(std::clamp(value / limit, 0.0, 1.0)));
  };
  draw.AddRectFilled(at, {at.x + room.x, at.y + room.y}, colors().sunken, px(3));
  const double peak = std::max(report["peakOpenFiles"], report["openFiles"]);
  const bool is_full = peak >= limit;
  draw.AddRectFilled(at, {x_of(peak), at.y + room.y},
                     fade(is_full ? colors().bad : colors().computing, 0.35F), px(3));
  if (report["openFiles"] > 0)
    draw.AddRectFilled(at, {x_of(report["openFiles"]), at.y + room.y},
                       is_full ? colors().bad : colors().computing, px(3));
  draw.AddRectFilled({x_of(peak) - px(1), at.y - px(2)}, {x_of(peak) + px(1), at.y + room.y + px(2)},
                     colors().text);
  ImGui::Dummy({room.x, room.y + px(4)});
  WidgetRegistry::get().describe(
      Role::progress, "Open files",
      {.value = lab::format("{} of {}, {} at the worst moment", whole(report["openFiles"]), whole(limit),
                            whole(peak))});
}

std::string story_of(const lab::FileRow& row) {
  std::string story{name_of(row.status)};
  if (row.error) story = std::string(vfs::name_of(row.error->code));
  if (row.stalled_ms >= 0.05) story += lab::format(", stood still for {}", duration(row.stalled_ms));
  return story;
}

ImU32 color_of(const lab::FileRow& row) {
  if (row.status == lab::FileStatus::failed) return colors().bad;
  if (row.status == lab::FileStatus::cancelled) return colors().warning;
  return row.stalled_ms >= 0.05 ? colors().blocking : colors().text;
}

void draw_rows(std::span<const lab::FileRow> rows) {
  const WithFont small(Face::text, size::small);
  for (const lab::FileRow& row : rows) draw_pair(row.name, story_of(row), color_of(row));
}

}  // namespace

void draw_outcome(const lab::ExerciseReport& report, const lab::Run& run) {
  if (report.phase == lab::ExercisePhase::idle) return;
  const bool is_running = report.phase == lab::ExercisePhase::running;
  const bool has_failed = report.phase == lab::ExercisePhase::failed;
  paragraph(is_running ? "Under way …" : report.message, has_failed ? colors().bad : colors().text);
  ImGui::Dummy({0, px(2)});
  draw_gauge(report);
  for (const lab::Figure& figure : report.figures) draw_pair(figure.label, value_text(figure), colors().text);
  if (!report.rows.empty()) {
    ImGui::Dummy({0, px(2)});
    draw_rows(report.rows);
  } else if (is_running && run.report().is_active()) {
    draw_rows(run.report().rows);
  }
}

}  // namespace weft::ui
