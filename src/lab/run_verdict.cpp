#include "lab/run_verdict.hpp"

#include <algorithm>

#include "lab/format.hpp"
#include "lab/run.hpp"
#include "lab/run_analysis.hpp"
#include "lab/settings.hpp"
#include "lab/verdict.hpp"

namespace weft::lab {
namespace {

/// A file that takes so much of a run, and no other half as long, is why it takes so long.
constexpr double long_file_share = 0.8;

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
      return "sleeping, or waiting for something that is no file";
  }
  return {};
}

/// What a file of its own took, without what it stood ready or stalled for.
double own_ms(const FileRow& row) { return std::max(0.0, row.wait_ms + row.cpu_ms - row.stalled_ms); }

std::string one_long_file(const RunReport& report) {
  const auto longest = std::ranges::max_element(report.rows, {}, own_ms);
  const auto rivals = std::ranges::count_if(
      report.rows, [&](const FileRow& row) { return 2 * own_ms(row) > own_ms(*longest); });
  if (report.rows.size() < 2 || rivals > 1 || own_ms(*longest) < long_file_share * report.wall_ms) return {};
  return lab::format(" {} alone took {}, whatever the others did.", longest->name,
                     duration(own_ms(*longest)));
}

std::string what_bounds(const RunReport& report, const RunAnalysis& analysis) {
  auto shares = analysis.shares;
  shares[static_cast<std::size_t>(PathPart::other)] -= analysis.forgotten;
  const auto most = static_cast<PathPart>(std::ranges::max_element(shares) - shares.begin());
  const double known = 1 - analysis.forgotten;
  if (!(known > 0)) return "What the run went to is forgotten: it was too much to remember.";
  std::string words;
  if (analysis.forgotten > 0)
    words = lab::format("Of {} the first {} are forgotten: they were too much to remember. ",
                        duration(report.wall_ms), duration(analysis.forgotten * report.wall_ms));
  return words +
         lab::format("Of {}, {} went to {}.", duration(known * report.wall_ms),
                     percent(shares[static_cast<std::size_t>(most)] / known), bound_by(most)) +
         one_long_file(report);
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
  const bool is_async = report.mode() == Mode::async;
  const std::string_view mode = is_async ? "async" : "workers";
  switch (verdict_of(sync->wall_ms / report.wall_ms)) {
    case Verdict::faster:
      return lab::format(" One after another the same would take about {}: {} {} worth it, about {} times.",
                         duration(sync->wall_ms), mode, is_async ? "was" : "were",
                         times(sync->wall_ms / report.wall_ms));
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
