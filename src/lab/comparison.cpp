#include "lab/comparison.hpp"

#include <algorithm>

#include "lab/format.hpp"
#include "lab/options.hpp"
#include "lab/settings.hpp"
#include "lab/verdict.hpp"

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

Contender contender(Mode mode, int concurrency) {
  return {.name = lab::format("{}, {} in flight", title_of(mode), concurrency),
          .mode = mode,
          .concurrency = concurrency};
}

void add_figures(Contender& contender, const RunReport& run) {
  contender.wall_ms.push_back(run.wall_ms);
  const auto [fastest, slowest] = std::ranges::minmax(contender.wall_ms);
  contender.fastest_ms = fastest;
  contender.slowest_ms = slowest;
  contender.median_ms = median(contender.wall_ms);
  contender.longest_frame_gap_ms = std::max(contender.longest_frame_gap_ms, run.longest_frame_gap_ms);
  contender.failed = std::max(contender.failed, run.failed);
}

void compare_with_sync(CompareReport& report) {
  const Contender& sync = report.contenders.front();
  if (sync.wall_ms.empty()) return;
  for (Contender& contender : report.contenders) {
    if (contender.wall_ms.empty()) continue;
    contender.doubt = doubt_about(report, contender);
    contender.speed_up = contender.doubt.empty() ? sync.median_ms / contender.median_ms : 0;
  }
}

}  // namespace

std::string CompareReport::doubt() const {
  const auto doubtful =
      std::ranges::find_if(contenders, [](const Contender& contender) { return !contender.doubt.empty(); });
  return doubtful == contenders.end() ? std::string() : doubtful->doubt;
}

void Comparison::begin(const Settings& settings, CompareOptions options, std::string blocking_reads,
                       double clock_step_ms) {
  report_ = {
      .phase = ComparisonPhase::warming_up,
      .blocking_reads = std::move(blocking_reads),
      .rounds = clamped(options).rounds,
      .contenders = {{.name = "Sync"},
                     contender(Mode::async, 1),
                     contender(Mode::async, settings.concurrency),
                     contender(Mode::workers, settings.concurrency)},
      .settings = KeptSettings(settings),
      .clock_step_ms = clock_step_ms,
  };
  report_.runs_total = static_cast<int>(report_.contenders.size()) * (report_.rounds + 1);
}

// Round 0 is the warm-up.
std::optional<Settings> Comparison::next() {
  if (!report_.is_active()) return std::nullopt;
  if (report_.runs_done == report_.runs_total) {
    report_.phase = ComparisonPhase::finished;
    report_.current = -1;
    return std::nullopt;
  }
  const int count = static_cast<int>(report_.contenders.size());
  const int round = report_.runs_done / count;
  if (round > 0) report_.phase = ComparisonPhase::measuring;
  report_.current = (round + report_.runs_done) % count;
  const Contender& contender = report_.contenders[static_cast<std::size_t>(report_.current)];
  Settings settings = *report_.settings;
  settings.mode = contender.mode;
  settings.concurrency = contender.concurrency;
  return settings;
}

void Comparison::record(const RunReport& run) {
  ++report_.runs_done;
  if (report_.phase != ComparisonPhase::measuring) return;
  add_figures(report_.contenders[static_cast<std::size_t>(report_.current)], run);
  report_.was_hidden |= run.was_hidden;
  report_.has_slept |= run.has_slept;
  report_.has_read_files |= run.totals.files > 0;
  compare_with_sync(report_);
}

void Comparison::cancel() {
  report_.phase = ComparisonPhase::cancelled;
  report_.current = -1;
}

}  // namespace weft::lab
