#include "lab/run_analysis.hpp"

#include <algorithm>
#include <span>
#include <utility>

#include "lab/format.hpp"
#include "lab/run.hpp"
#include "lab/run_verdict.hpp"
#include "lab/story.hpp"
#include "lab/timeline.hpp"

namespace weft::lab {
namespace {

double length_of(const PathStep& step) { return step.to_ms - step.from_ms; }

/// So long are those of the steps that have a line of their own: half of the lines at most, as what is
/// between them has one too.
double least_length(std::span<const PathStep> steps) {
  if (steps.size() <= most_path_lines) return 0;
  double least = 0;
  double most = steps.back().to_ms - steps.front().from_ms;
  constexpr int halvings = 40;
  for (int halving = 0; halving < halvings; ++halving) {
    const double middle = (least + most) / 2;
    const auto count =
        std::ranges::count_if(steps, [middle](const PathStep& step) { return length_of(step) >= middle; });
    (static_cast<std::size_t>(count) < most_path_lines / 2 ? most : least) = middle;
  }
  return most;
}

class PathTeller {
 public:
  PathTeller(const Story& story, double zero_ms) : story_(story), zero_ms_(zero_ms) {}

  std::vector<PathLine> tell(std::span<const PathStep> steps) {
    const double least_ms = least_length(steps);
    for (const PathStep& step : steps) {
      if (length_of(step) >= least_ms) {
        add_passed_over();
        add(step);
      } else {
        pass_over(step);
      }
    }
    add_passed_over();
    return std::move(lines_);
  }

 private:
  void add(const PathStep& step) {
    const bool is_known = step.stay.fiber != 0;
    lines_.push_back({.fiber = is_known ? story_.name_of(step.stay.fiber) : "",
                      .part = step.part,
                      .from_ms = step.from_ms - zero_ms_,
                      .to_ms = step.to_ms - zero_ms_,
                      .cause = is_known ? story_.of(step.stay, length_of(step)) : "This part is forgotten.",
                      .stay = step.stay});
  }

  void pass_over(const PathStep& step) {
    if (passed_over_ == 0) {
      passed_ = {};
      passed_.from_ms = step.from_ms - zero_ms_;
    }
    passed_.to_ms = step.to_ms - zero_ms_;
    passed_ms_[static_cast<std::size_t>(step.part)] += length_of(step);
    ++passed_over_;
  }

  void add_passed_over() {
    if (passed_over_ == 0) return;
    passed_.part = static_cast<PathPart>(std::ranges::max_element(passed_ms_) - passed_ms_.begin());
    passed_.cause = count_of(passed_over_, "short step", "short steps") + '.';
    lines_.push_back(std::move(passed_));
    passed_ms_ = {};
    passed_over_ = 0;
  }

  const Story& story_;
  double zero_ms_;
  std::vector<PathLine> lines_;
  PathLine passed_;
  std::array<double, path_part_count> passed_ms_ = {};
  std::size_t passed_over_ = 0;
};

double forgotten_part(const CriticalPath& path) {
  double ms = 0;
  for (const PathStep& step : path.steps)
    if (step.stay.fiber == 0) ms += length_of(step);
  return ms > 0 ? ms / path.whole_ms() : 0;
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
  if (!(path.whole_ms() > 0)) analysis.shares[static_cast<std::size_t>(PathPart::other)] = 1;
  const Story story(timeline, stays, report);
  analysis.path = PathTeller(story, start_ms).tell(path.steps);
  analysis.steps = path.steps.size();
  analysis.forgotten = forgotten_part(path);
  analysis.estimates = estimates_for(report, processors);
  analysis.verdict = verdict_on(report, analysis);
  return analysis;
}

std::vector<const PathLine*> longest_lines(const RunAnalysis& analysis, std::size_t most) {
  std::vector<const PathLine*> lines;
  for (const PathLine& line : analysis.path)
    if (line.stay.fiber != 0) lines.push_back(&line);
  const auto length = [](const PathLine* line) { return line->to_ms - line->from_ms; };
  while (lines.size() > most) lines.erase(std::ranges::min_element(lines, {}, length));
  return lines;
}

}  // namespace weft::lab
