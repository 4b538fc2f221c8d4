#include "lab/comparison.hpp"

#include <algorithm>
#include <format>

#include "fiber/scheduler.hpp"

namespace weft::lab {

std::string_view name_of(ComparisonPhase phase) {
  switch (phase) {
    case ComparisonPhase::idle:
      return "idle";
    case ComparisonPhase::warming_up:
      return "warming up";
    case ComparisonPhase::measuring:
      return "measuring";
    case ComparisonPhase::finished:
      return "finished";
    case ComparisonPhase::cancelled:
      return "cancelled";
  }
  return "unknown";
}

double median(std::vector<double> values) {
  if (values.empty()) return 0;
  std::ranges::sort(values);
  const std::size_t middle = values.size() / 2;
  return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

namespace {

Contender async_contender(int concurrency) {
  return {.name = std::format("Async, {} in flight", concurrency),
          .mode = Mode::async,
          .concurrency = concurrency};
}

CompareReport prepared(const Settings& settings, CompareOptions options, std::string blocking_reads) {
  CompareReport report{
      .phase = ComparisonPhase::warming_up,
      .blocking_reads = std::move(blocking_reads),
      .rounds = std::clamp(options.rounds, 1, 20),
      .contenders = {{.name = "Sync"}, async_contender(1), async_contender(settings.concurrency)},
      .settings = settings,
  };
  report.runs_total = static_cast<int>(report.contenders.size()) * (report.rounds + 1);
  return report;
}

void record(Contender& contender, const RunReport& run) {
  contender.wall_ms.push_back(run.wall_ms);
  const auto [fastest, slowest] = std::ranges::minmax(contender.wall_ms);
  contender.fastest_ms = fastest;
  contender.slowest_ms = slowest;
  contender.median_ms = median(contender.wall_ms);
  contender.longest_frame_gap_ms = std::max(contender.longest_frame_gap_ms, run.longest_frame_gap_ms);
  contender.failed = std::max(contender.failed, run.failed);
}

void compare_with_sync(std::vector<Contender>& contenders) {
  const double sync_ms = contenders.front().median_ms;
  for (Contender& contender : contenders) {
    contender.speed_up = sync_ms > 0 && contender.median_ms > 0 ? sync_ms / contender.median_ms : 0;
  }
}

}  // namespace

const CompareReport& Comparison::execute(const Settings& settings, CompareOptions options,
                                         std::string blocking_reads, const Runner& run,
                                         const std::function<void()>& on_progress) {
  report_ = prepared(settings, options, std::move(blocking_reads));
  bool goes_on = run_round(0, run, on_progress);
  report_.phase = ComparisonPhase::measuring;
  for (int round = 1; goes_on && round <= report_.rounds; ++round)
    goes_on = run_round(round, run, on_progress);
  report_.current = -1;
  report_.phase = goes_on ? ComparisonPhase::finished : ComparisonPhase::cancelled;
  if (on_progress) on_progress();
  return report_;
}

// Round 0 is the warm-up.
bool Comparison::run_round(int round, const Runner& run, const std::function<void()>& on_progress) {
  const auto count = report_.contenders.size();
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t turn = (static_cast<std::size_t>(round) + i) % count;
    Contender& contender = report_.contenders[turn];
    report_.current = static_cast<int>(turn);
    if (on_progress) on_progress();
    Settings settings = report_.settings;
    settings.mode = contender.mode;
    settings.concurrency = contender.concurrency;
    const RunReport& result = run(settings);
    if (fiber::Scheduler::get().is_cancelled()) return false;
    ++report_.runs_done;
    if (round > 0) record(contender, result);
    compare_with_sync(report_.contenders);
  }
  return true;
}

}  // namespace weft::lab
