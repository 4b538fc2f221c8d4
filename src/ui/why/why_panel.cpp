#include "ui/why/why_panel.hpp"

#include <algorithm>
#include <array>
#include <string>

#include <emscripten/emscripten.h>

#include "lab/fiber_tree.hpp"
#include "lab/format.hpp"
#include "lab/run_analysis.hpp"
#include "ui/kit/browser.hpp"
#include "ui/kit/controls.hpp"
#include "ui/kit/format.hpp"
#include "ui/kit/icons.hpp"
#include "ui/kit/panel.hpp"
#include "ui/kit/widget_registry.hpp"

namespace weft::ui {
namespace {

using lab::PathPart;

/// The chain of causes is told in so many lines.
constexpr std::size_t most_lines = 5;

struct PartLook {
  PathPart part;
  const char* words;
  ImU32 Palette::* color;
};

constexpr std::array parts = {
    PartLook{PathPart::reads, "waiting for reads", &Palette::reading},
    PartLook{PathPart::workers, "waiting for workers", &Palette::elsewhere},
    PartLook{PathPart::turns, "ready, while others had the thread", &Palette::ready},
    PartLook{PathPart::computing, "computing", &Palette::computing},
    PartLook{PathPart::blocked, "blocking the thread", &Palette::blocking},
    PartLook{PathPart::page, "the page itself", &Palette::muted},
    PartLook{PathPart::other, "something else", &Palette::other},
};
static_assert(parts.size() == lab::path_part_count);

double share_of(const lab::RunAnalysis& analysis, const PartLook& look) {
  return analysis.shares[static_cast<std::size_t>(look.part)];
}

void heading(const char* words) {
  ImGui::Dummy({0, px(6)});
  const WithFont font(Face::strong);
  text(words);
}

/// The whole run from left to right, by what its critical path went to, with the figures below.
void draw_shares(const lab::RunAnalysis& analysis) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  float left = at.x;
  for (const PartLook& look : parts) {
    const float right = left + width * static_cast<float>(share_of(analysis, look));
    draw.AddRectFilled({left, at.y}, {right, at.y + px(14)}, colors().*look.color);
    left = right;
  }
  ImGui::Dummy({width, px(18)});
  const WithFont small(Face::text, size::small);
  for (const PartLook& look : parts) {
    const double share = share_of(analysis, look);
    if (share < 0.005) continue;
    const ImVec2 line = ImGui::GetCursorScreenPos();
    draw.AddRectFilled({line.x, line.y + px(3)}, {line.x + px(10), line.y + px(13)}, colors().*look.color);
    ImGui::Dummy({px(10), px(10)});
    ImGui::SameLine();
    text(lab::format("{} {}", lab::percent(share), look.words), colors().muted);
  }
}

void draw_step(const lab::PathLine& line, StaySelection& selection) {
  const std::string words =
      lab::format("{} to {}: {}", duration(line.from_ms), duration(line.to_ms), line.cause);
  const WithFont small(Face::text, size::small);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const ImVec2 extent = wrapped_size(words, width - px(12));
  ImGui::PushID(&line);
  if (ImGui::InvisibleButton("##step", {width, extent.y + px(8)}) && line.stay.fiber != 0)
    selection.select(line.stay);
  WidgetRegistry::get().describe(Role::row, words);
  ImGui::PopID();
  const ImVec2 below = ImGui::GetCursorScreenPos();
  ImDrawList& draw = *ImGui::GetWindowDrawList();
  if (ImGui::IsItemHovered())
    draw.AddRectFilled(at, {at.x + width, at.y + extent.y + px(8)}, colors().hover, px(4));
  ImGui::SetCursorScreenPos({at.x + px(6), at.y + px(4)});
  wrapped_text(words, width - px(12));
  ImGui::SetCursorScreenPos(below);
}

void draw_path(const lab::RunAnalysis& analysis, StaySelection& selection) {
  const auto lines = longest_lines(analysis, most_lines);
  heading("The chain of causes");
  if (lines.size() < analysis.steps) {
    const WithFont small(Face::text, size::small);
    text(lab::format("The {} longest of {}.", lines.size(), count_of(analysis.steps, "step", "steps")),
         colors().muted);
  }
  for (const lab::PathLine* line : lines) draw_step(*line, selection);
}

void draw_estimates(lab::Runs& runs) {
  const lab::RunReport& report = runs.run().report();
  if (report.analysis.estimates.empty()) return;
  heading("What would change");
  std::optional<lab::Estimate> tried;
  for (const lab::Estimate& estimate : report.analysis.estimates) {
    const std::string title = title_of(estimate);
    ImGui::PushID(title.c_str());
    ImGui::AlignTextToFramePadding();
    const float room = button_width("Try");
    const ImVec2 at = ImGui::GetCursorScreenPos();
    draw_text({at.x, at.y + px(6)}, at.x + ImGui::GetContentRegionAvail().x - room - px(8),
              lab::format("{}: about {}", title, duration(estimate.wall_ms)), colors().text);
    ImGui::Dummy({1, control_height()});
    ImGui::SameLine();
    align_right(room);
    const std::string name = lab::format("Try##{}", title);
    if (button(name.c_str(), {.is_enabled = runs.can_try_out(), .hint = "Run so once, and see."}))
      tried = estimate;
    WidgetRegistry::get().describe(Role::button, "Try " + title);
    ImGui::PopID();
  }
  if (tried) (void)runs.try_out(*tried);
}

void draw_trial(const lab::Runs& runs) {
  if (!runs.trial()) return;
  const auto& [estimate, measured_ms] = *runs.trial();
  const std::string words = lab::format("Estimated for {}: {}. Measured: {}.", title_of(estimate),
                                        duration(estimate.wall_ms), duration(measured_ms));
  const WithFont font(Face::strong);
  paragraph(words);
  WidgetRegistry::get().describe(Role::status, words);
}

void draw_exports(const lab::Runs& runs, const std::string& tree) {
  const ButtonLook save = {.icon = icon::download,
                           .is_enabled = runs.has_results(),
                           .hint = "The run as Chrome trace events, for Perfetto and the like."};
  const ButtonLook copy = {.icon = icon::copy, .hint = "Every fiber, and what it is doing, as text."};
  const float both = button_width("Save the trace", save) + ImGui::GetStyle().ItemSpacing.x +
                     button_width("Copy the tree", copy);
  const bool fits = both <= ImGui::GetContentRegionAvail().x;
  if (button("Save the trace", save)) runs.download_trace();
  if (fits) ImGui::SameLine();
  if (button("Copy the tree", copy)) copy_to_clipboard(tree);
}

void draw_tree(std::string_view tree) {
  heading("Which fiber made which");
  constexpr std::size_t most_bytes = 4000;
  const WithFont mono(Face::mono, size::small);
  const std::string_view shown = tree.substr(0, tree.rfind('\n', most_bytes));
  wrapped_text(shown, ImGui::GetContentRegionAvail().x, colors().muted);
  WidgetRegistry::get().describe(Role::text, shown);
  if (tree.size() > most_bytes) text("The rest is in what is copied.", colors().muted);
}

}  // namespace

void draw_why(lab::Runs& runs, const lab::Timeline& timeline, StaySelection& selection) {
  const ScrollArea area("Why");
  const lab::RunReport& report = runs.run().report();
  if (report.phase == lab::RunPhase::idle) {
    ImGui::Dummy({0, ImGui::GetContentRegionAvail().y / 4});
    empty_state("Why did it take so long?",
                "After a run: what it waited for, from the end back to the start, and what would help.");
    return;
  }
  const std::string tree = lab::fiber_tree(timeline, emscripten_get_now());
  draw_exports(runs, tree);
  if (!report.is_active()) {
    draw_trial(runs);
    paragraph(report.analysis.verdict);
    draw_shares(report.analysis);
    draw_path(report.analysis, selection);
    draw_estimates(runs);
  }
  draw_tree(tree);
}

}  // namespace weft::ui
