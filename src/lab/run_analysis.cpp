#include "lab/run_analysis.hpp"

#include <algorithm>
#include <span>

#include "lab/format.hpp"
#include "lab/run.hpp"
#include "lab/run_verdict.hpp"
#include "lab/story.hpp"
#include "lab/timeline.hpp"

namespace weft::lab {
namespace {

std::vector<PathLine> lines_of(std::span<const PathStep> steps, const Story& story, double zero_ms) {
  std::vector<PathLine> lines;
  const std::size_t told = std::min(steps.size(), most_path_lines);
  if (told < steps.size()) {
    const std::span<const PathStep> earlier = steps.first(steps.size() - told + 1);
    lines.push_back({.fiber = story.name_of(earlier.front().stay.fiber),
                     .part = earlier.front().part,
                     .from_ms = earlier.front().from_ms - zero_ms,
                     .to_ms = earlier.back().to_ms - zero_ms,
                     .cause = count_of(earlier.size(), "step", "steps") + " came before."});
    steps = steps.last(told - 1);
  }
  for (const PathStep& step : steps)
    lines.push_back({.fiber = story.name_of(step.stay.fiber),
                     .part = step.part,
                     .from_ms = step.from_ms - zero_ms,
                     .to_ms = step.to_ms - zero_ms,
                     .cause = step.stay.fiber == 0 ? "What came before is forgotten."
                                                   : story.of(step.stay, step.to_ms - step.from_ms),
                     .stay = step.stay});
  return lines;
}

}  // namespace

RunAnalysis analyse(const Timeline& timeline, const RunReport& report, std::size_t processors) {
  const double start_ms = timeline.start_ms();
  const double end_ms = start_ms + report.wall_ms;
  const StayIndex stays(timeline, end_ms);
  const CriticalPath path = critical_path_of(stays, timeline.runner(), start_ms, end_ms);
  RunAnalysis analysis;
  for (std::size_t part = 0; part < path_part_count; ++part)
    analysis.shares[part] = path.share(static_cast<PathPart>(part));
  analysis.path = lines_of(path.steps, Story(timeline, stays, report), start_ms);
  analysis.estimates = estimates_for(report, processors);
  analysis.verdict = verdict_on(report, analysis);
  return analysis;
}

std::vector<const PathLine*> longest_lines(const RunAnalysis& analysis, std::size_t most) {
  std::vector<const PathLine*> lines;
  for (const PathLine& line : analysis.path) lines.push_back(&line);
  const auto length = [](const PathLine* line) { return line->to_ms - line->from_ms; };
  while (lines.size() > most) lines.erase(std::ranges::min_element(lines, {}, length));
  return lines;
}

}  // namespace weft::lab
