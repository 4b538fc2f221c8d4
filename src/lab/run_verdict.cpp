#include "lab/run_verdict.hpp"

#include <algorithm>

#include "lab/format.hpp"
#include "lab/run.hpp"
#include "lab/run_analysis.hpp"
#include "lab/settings.hpp"
#include "lab/verdict.hpp"

namespace weft::lab {
namespace {

/// A file that takes so much of a run is why it takes so long.
constexpr double long_file_share = 0.8;

double share_of(const RunAnalysis& analysis, PathPart part) {
  return analysis.shares[static_cast<std::size_t>(part)];
}

std::string_view bound_by(PathPart part) {
  switch (part) {
    case PathPart::reads:
      return "waiting for reads";
    case PathPart::workers:
      return "waiting for workers, which read and count";
    case PathPart::turns:
      return "standing ready while other fibers had the thread";
    case PathPart::computing:
      return "computing on the page's one thread";
    case PathPart::blocked:
      return "reads that blocked the thread";
    case PathPart::page:
      return "the page itself, which had the thread to draw and the like";
    case PathPart::other:
      return "what no file waited for";
  }
  return {};
}

std::string what_bounds(const RunReport& report, const RunAnalysis& analysis) {
  const auto most =
      static_cast<PathPart>(std::ranges::max_element(analysis.shares) - analysis.shares.begin());
  std::string words = lab::format("Of {}, {} went to {}.", duration(report.wall_ms),
                                  percent(share_of(analysis, most)), bound_by(most));
  const auto longest = std::ranges::max_element(report.rows, {}, &FileRow::elapsed_ms);
  if (report.rows.size() > 1 && longest->elapsed_ms > long_file_share * report.wall_ms)
    words += lab::format(" {} alone took {}: no order of the others makes that shorter.", longest->name,
                         duration(longest->elapsed_ms));
  return words;
}

/// "about as long", "about 60 ms".
std::string likely(double estimated_ms, double wall_ms) {
  const Verdict verdict = verdict_of(wall_ms / estimated_ms);
  return verdict == Verdict::equal ? "about the same" : "about " + duration(estimated_ms);
}

std::string was_it_worth_it(const RunReport& report, const RunAnalysis& analysis) {
  if (report.mode() == Mode::sync) return {};
  const auto sync = std::ranges::find_if(
      analysis.estimates, [](const Estimate& estimate) { return estimate.mode == Mode::sync; });
  if (sync == analysis.estimates.end()) return {};
  const std::string_view mode = report.mode() == Mode::async ? "async" : "workers";
  switch (verdict_of(sync->wall_ms / report.wall_ms)) {
    case Verdict::faster:
      return lab::format(" One after another the same would take about {}: {} was worth it, about {} times.",
                         duration(sync->wall_ms), mode, times(sync->wall_ms / report.wall_ms));
    case Verdict::slower:
      return lab::format(" One after another the same would take about {}: {} cost more than it gave.",
                         duration(sync->wall_ms), mode);
    default:
      return lab::format(" One after another it would take about as long: {} gained nothing here.", mode);
  }
}

std::string what_would_help(const RunReport& report, const RunAnalysis& analysis) {
  std::string words;
  for (const Estimate& estimate : analysis.estimates) {
    if (estimate.mode == Mode::sync) continue;
    words += (words.empty() ? " With " : "; with ") + title_of(estimate) + ": " +
             likely(estimate.wall_ms, report.wall_ms);
  }
  return words.empty() ? words : words + '.';
}

}  // namespace

std::string verdict_on(const RunReport& report, const RunAnalysis& analysis) {
  if (report.phase == RunPhase::cancelled || report.completed < report.rows.size())
    return "The run was cancelled: what it took says little.";
  if (report.rows.empty()) return "There was nothing to read.";
  if (report.wall_ms < shortest_to_judge_ms)
    return lab::format("{} is too short to tell why, or what would help.", duration(report.wall_ms));
  return what_bounds(report, analysis) + was_it_worth_it(report, analysis) +
         what_would_help(report, analysis);
}

}  // namespace weft::lab
