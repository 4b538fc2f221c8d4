#pragma once

#include <functional>
#include <string>
#include <vector>

#include "lab/run.hpp"

namespace weft::lab {

/// One of the ways that are set side by side.
struct Contender {
  /// "Sync", "Async, 1 in flight", "Async, 8 in flight".
  std::string name;
  Mode mode = Mode::sync;
  int concurrency = 1;
  /// One figure a measured round, in the order of the rounds; the warm-up is not in it.
  std::vector<double> wall_ms = {};
  /// Of the rounds so far; 0 while there is none.
  double median_ms = 0;
  double fastest_ms = 0;
  double slowest_ms = 0;
  /// How many times faster than sync, by the medians; 0 until both are known.
  double speed_up = 0;
  /// The worst of all measured rounds: how long the page was frozen.
  double longest_frame_gap_ms = 0;
  /// Files that failed in the worst round; the times mean little unless it is 0.
  std::size_t failed = 0;
};

enum class ComparisonPhase : std::uint8_t { idle, warming_up, measuring, finished, cancelled };

std::string_view name_of(ComparisonPhase phase);

struct CompareReport {
  ComparisonPhase phase = ComparisonPhase::idle;
  /// "shared-buffer" or "sync-xhr": how sync mode read.
  std::string blocking_reads;
  int rounds = 0;
  std::vector<Contender> contenders;
  /// Runs done and to be done, the warm-up included.
  int runs_done = 0;
  int runs_total = 0;
  /// The contender that runs now; -1 for none.
  int current = -1;
  /// What every run was told, but for mode and concurrency.
  Settings settings;

  bool is_active() const {
    return phase == ComparisonPhase::warming_up || phase == ComparisonPhase::measuring;
  }
};

struct CompareOptions {
  /// Measured rounds, 1 … 20.
  int rounds = 3;
};

/// The middle value; the mean of the two middle ones of an even number; 0 of none.
double median(std::vector<double> values);

/// Sync, async with one in flight, async with N: each once a round, first a warm-up round that does not
/// count. Every round begins with another contender, so that none always profits from what ran before it.
class Comparison {
 public:
  /// Makes one run on the calling fiber and returns its report.
  using Runner = std::function<const RunReport&(const Settings&)>;

  /// On a fiber, whose cancellation ends it. `on_progress` is called after each run; it may be empty.
  const CompareReport& execute(const Settings& settings, CompareOptions options, std::string blocking_reads,
                               const Runner& run, const std::function<void()>& on_progress);

  const CompareReport& report() const { return report_; }

 private:
  bool run_round(int round, const Runner& run, const std::function<void()>& on_progress);

  CompareReport report_;
};

}  // namespace weft::lab
