#include "lab/mastery.hpp"

#include <algorithm>
#include <utility>

#include "lab/comparison.hpp"
#include "lab/run.hpp"
#include "lab/verdict.hpp"

namespace weft::lab {
namespace {

// In the order of Skill.
constexpr std::array<SkillText, skill_count> words = {{
    {"read-async", "Read files asynchronously", "Choose Async, then press Run."},
    {"wrote-async", "Write a file asynchronously",
     "After a run, press Save results and write one of its files."},
    {"stepped-generator", "Step a generator", "In Lines, press Next: it yields a line and sleeps again."},
    {"several-at-once", "Run several files at once",
     "Run async over two files or more, with Files at once set to two or more."},
    {"async-won", "Make a comparison in which async wins",
     "In Settings, turn Added latency up to 20 ms or more, then press Compare."},
    {"async-did-not-win", "Make a comparison in which async does not win",
     "In Settings, turn Added latency off and Computing up, then press Compare."},
}};

bool is_async_and_over(const RunReport& run) {
  return run.mode() == Mode::async && run.phase == RunPhase::finished;
}

}  // namespace

const SkillText& text_of(Skill skill) { return words[static_cast<std::size_t>(skill)]; }

std::size_t Mastery::count() const { return static_cast<std::size_t>(std::ranges::count(has_, true)); }

bool Mastery::add(Skill skill) { return !std::exchange(has_[static_cast<std::size_t>(skill)], true); }

bool Mastery::reset() {
  const bool had_any = count() > 0;
  has_.fill(false);
  return had_any;
}

bool proves_reading(const RunReport& run) { return is_async_and_over(run) && run.totals.files > 0; }

bool proves_several_at_once(const RunReport& run) {
  return proves_reading(run) && run.totals.files >= 2 && run.peak_in_flight >= 2;
}

std::optional<Skill> outcome_of(const CompareReport& comparison) {
  if (comparison.phase != ComparisonPhase::finished) return std::nullopt;
  const auto& contenders = comparison.contenders;
  // With N in flight; the one before it has one in flight.
  const auto async = std::ranges::find(contenders.rbegin(), contenders.rend(), Mode::async, &Contender::mode);
  if (async == contenders.rend()) return std::nullopt;
  switch (verdict_of(async->speed_up)) {
    case Verdict::untold:
      return std::nullopt;
    case Verdict::faster:
      return Skill::async_won;
    default:
      return Skill::async_did_not_win;
  }
}

}  // namespace weft::lab
