#include "lab/verdict.hpp"

#include <algorithm>

#include "lab/comparison.hpp"
#include "lab/format.hpp"

namespace weft::lab {
namespace {

// An error of one step at each end is then no more than what counts as equal.
constexpr double steps_to_tell = 10;

std::string doubt_about_files(const CompareReport& report) {
  const auto worst = std::ranges::max_element(report.contenders, {}, &Contender::failed);
  if (worst->failed > 0)
    return lab::format("{} failed ({}): a comparison in which files failed has no winner.",
                       count_of(worst->failed, "file", "files"), worst->name);
  return report.has_read_files ? "" : "No file was read: there is nothing to compare.";
}

}  // namespace

Verdict verdict_of(double speed_up) {
  if (!(speed_up > 0)) return Verdict::untold;
  if (speed_up * clear_margin >= 1) return Verdict::faster;
  return speed_up > clear_margin ? Verdict::equal : Verdict::slower;
}

std::string speed_text(double speed_up, std::string_view than) {
  switch (verdict_of(speed_up)) {
    case Verdict::faster:
      return lab::format("{} times as fast as {}", times(speed_up), than);
    case Verdict::equal:
      return lab::format("about as fast as {}", than);
    case Verdict::slower:
      return lab::format("{} times as slow as {}", times(1 / speed_up), than);
    case Verdict::untold:
      break;
  }
  return {};
}

std::string doubt_about(const CompareReport& report, const Contender& contender) {
  if (std::string words = doubt_about_files(report); !words.empty()) return words;
  if (report.was_hidden)
    return "The page was hidden meanwhile, and browsers slow hidden pages down: these times cannot be told "
           "apart from that.";
  if (report.has_slept) return "The machine slept meanwhile, or its clock was set: these times mean little.";
  const double shortest_ms = std::min(report.contenders.front().median_ms, contender.median_ms);
  if (shortest_ms <= 0 || shortest_ms < steps_to_tell * report.clock_step_ms)
    return lab::format("This browser's clock moves in steps of {}: too coarse for times as short as {}.",
                       duration(report.clock_step_ms), duration(shortest_ms));
  return {};
}

}  // namespace weft::lab
