#include "ui/compare/compare_panel.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "imgui_internal.h"
#include "lab/format.hpp"
#include "lab/runs.hpp"
#include "lab/verdict.hpp"
#include "ui/commands.hpp"
#include "ui/kit/controls.hpp"
#include "ui/kit/format.hpp"
#include "ui/kit/panel.hpp"
#include "ui/kit/widget_registry.hpp"

namespace weft::ui {
namespace {

struct Scale {
  double slowest_ms = 0;
  double longest_freeze_ms = 0;
};

Scale scale_of(const lab::CompareReport& report) {
  Scale scale;
  for (const lab::Contender& contender : report.contenders) {
    scale.slowest_ms = std::max({scale.slowest_ms, contender.median_ms, contender.slowest_ms});
    scale.longest_freeze_ms = std::max(scale.longest_freeze_ms, contender.longest_frame_gap_ms);
  }
  return scale;
}

ImU32 color_of(lab::Mode mode) {
  switch (mode) {
    case lab::Mode::sync:
      return colors().blocking;
    case lab::Mode::async:
      return colors().computing;
    case lab::Mode::workers:
      return colors().elsewhere;
  }
  return colors().other;
}

void bar(ImVec2 at, ImVec2 room, double part, ImU32 color) {
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  draw.AddRectFilled(at, {at.x + room.x, at.y + room.y}, colors().sunken, px(3));
  const float width = room.x * static_cast<float>(std::clamp(part, 0.0, 1.0));
  if (width >= 1) draw.AddRectFilled(at, {at.x + width, at.y + room.y}, color, px(3));
}

/// The measured rounds as marks on the bar of their median.
void marks(const lab::Contender& contender, ImVec2 at, ImVec2 room, double slowest_ms) {
  for (const double ms : contender.wall_ms) {
    const float x = ImTrunc(at.x + room.x * static_cast<float>(ms / slowest_ms));
    ImGui::GetWindowDrawList()->AddRectFilled({x - px(1), at.y - px(2)}, {x + px(1), at.y + room.y + px(2)},
                                              colors().text);
  }
}

std::string speed_text(const lab::Contender& contender) {
  if (contender.failed > 0) return count_of(contender.failed, "file failed", "files failed");
  if (contender.mode == lab::Mode::sync) return {};
  if (!contender.doubt.empty()) return "cannot be told";
  switch (lab::verdict_of(contender.speed_up)) {
    case lab::Verdict::faster:
      return times(contender.speed_up) + " × as fast as sync";
    case lab::Verdict::equal:
      return "about as fast as sync";
    case lab::Verdict::slower:
      return times(1 / contender.speed_up) + " × as slow as sync";
    default:
      return {};
  }
}

void draw_contender(const lab::Contender& contender, const Scale& scale, bool is_current) {
  const float width = ImGui::GetContentRegionAvail().x;
  ImVec2 at = ImGui::GetCursorScreenPos();
  const float right = at.x + width;
  const std::string figure = !contender.wall_ms.empty() ? duration(contender.median_ms)
                             : is_current               ? "running …"
                                                        : "–";
  {
    const WithFont font(Face::strong);
    const float own = ImGui::CalcTextSize(figure.c_str()).x;
    draw_text(at, right - own - px(8), contender.name, colors().text);
    draw_text({right - own, at.y}, right + px(2), figure,
              contender.wall_ms.empty() ? colors().muted : colors().text);
  }
  at.y += px(23);
  const ImU32 color = color_of(contender.mode);
  bar(at, {width, px(14)}, scale.slowest_ms > 0 ? contender.median_ms / scale.slowest_ms : 0, color);
  if (scale.slowest_ms > 0) marks(contender, at, {width, px(14)}, scale.slowest_ms);
  at.y += px(20);
  const WithFont small(Face::text, size::small);
  const std::string frozen =
      contender.longest_frame_gap_ms > 0 ? "page frozen for " + duration(contender.longest_frame_gap_ms) : "";
  const std::string speed = speed_text(contender);
  draw_text(at, right, frozen, contender.mode == lab::Mode::sync ? colors().blocking : colors().muted);
  draw_text({right - ImGui::CalcTextSize(speed.c_str()).x, at.y}, right + px(2), speed,
            contender.failed > 0 ? colors().bad : colors().accent);
  ImGui::Dummy({width, px(70)});
  WidgetRegistry::get().describe(Role::row, contender.name,
                                 {.value = lab::format("{}; {}; {}", figure, speed, frozen)});
}

std::string progress_text(const lab::CompareReport& report) {
  if (report.phase == lab::ComparisonPhase::cancelled)
    return "Cancelled; what was measured until then stands.";
  if (!report.is_active())
    return lab::format("Medians of {}, after a warm-up. Marks: each round.",
                       count_of(static_cast<std::uint64_t>(report.rounds), "round", "rounds"));
  return lab::format("{} {} of {}",
                     report.phase == lab::ComparisonPhase::warming_up ? "Warming up: run" : "Measuring: run",
                     std::min(report.runs_done + 1, report.runs_total), report.runs_total);
}

std::string reads_text(const std::string& kind) {
  return kind == "sync-xhr" ? "Sync reads by synchronous requests: the page is not cross-origin isolated, so "
                              "it has no shared memory."
                            : "Sync reads through shared memory: the page waits while a worker reads for it.";
}

void draw_invitation(const Commands& commands) {
  ImGui::Dummy({0, px(16)});
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  constexpr std::array parts = {std::pair(lab::Mode::sync, 1.0), std::pair(lab::Mode::async, 0.92),
                                std::pair(lab::Mode::async, 0.3), std::pair(lab::Mode::workers, 0.2)};
  float down = 0;
  for (const auto& [mode, part] : parts) {
    bar({at.x, at.y + down}, {width, px(14)}, part, fade(color_of(mode), 0.35F));
    down += px(26);
  }
  ImGui::Dummy({width, down + px(8)});
  empty_state("How much does overlap give?",
              "Four ways to read the same files, in turns: sync, async with one file in flight, async with "
              "many, and workers.");
  ImGui::Dummy({0, px(2)});
  ImGui::SetCursorPosX((ImGui::GetWindowWidth() - px(120)) / 2);
  ImGui::PushID("invitation");
  commands.button(command("Compare"));
  ImGui::PopID();
}

}  // namespace

void draw_comparison(const lab::Runs& runs, const Commands& commands) {
  const ScrollArea area("Comparison");
  const lab::CompareReport& report = runs.comparison().report();
  if (report.phase == lab::ComparisonPhase::idle) {
    draw_invitation(commands);
  } else {
    ImGui::Dummy({0, px(2)});
    text(progress_text(report), colors().muted);
    if (report.is_active()) {
      const ImVec2 at = ImGui::GetCursorScreenPos();
      bar(at, {ImGui::GetContentRegionAvail().x, px(4)},
          report.runs_total > 0 ? double(report.runs_done) / report.runs_total : 0, colors().accent);
      ImGui::Dummy({1, px(4)});
    }
    ImGui::Dummy({0, px(8)});
    const Scale scale = scale_of(report);
    for (int index = 0; index < static_cast<int>(report.contenders.size()); ++index)
      draw_contender(report.contenders[static_cast<std::size_t>(index)], scale, index == report.current);
    if (const std::string doubt = report.doubt(); !doubt.empty()) {
      paragraph(doubt, colors().bad);
      WidgetRegistry::get().describe(Role::status, doubt);
      ImGui::Dummy({0, px(8)});
    }
    if (!report.is_active()) {
      ImGui::PushID("again");
      commands.button(command("Compare"));
      ImGui::PopID();
    }
  }
  ImGui::Dummy({0, px(8)});
  const WithFont small(Face::text, size::small);
  paragraph(reads_text(runs.blocking_reads()), colors().muted);
}

}  // namespace weft::ui
