#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lab/run.hpp"

namespace weft::lab {

/// One of the ways that are set side by side.
struct Contender {
  /// "Sync", "Async, 1 in flight", "Async, 8 in flight", "Workers, 8 in flight".
  std::string name;
  Mode mode = Mode::sync;
  int concurrency = 1;
  /// One figure a measured round, in the order of the rounds; the warm-up is not in it.
  std::vector<double> wall_ms = {};
  /// Of the rounds so far; 0 while there is none.
  double median_ms = 0;
  double fastest_ms = 0;
  double slowest_ms = 0;
  /// How many times as fast as sync, by the medians; 0 until both are known, and where there is a doubt.
  double speed_up = 0;
  /// Why its times cannot be set against those of sync, in a sentence; empty if they can.
  std::string doubt = {};
  /// The worst of all measured rounds: how long the page was frozen.
  double longest_frame_gap_ms = 0;
  /// Files that failed in the worst round; there is no winner unless it is 0 for all contenders.
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
  KeptSettings settings;
  /// See `measure_clock_step`.
  double clock_step_ms = 0;
  /// In any measured run.
  bool was_hidden = false;
  bool has_slept = false;
  bool has_read_files = false;

  /// Why nothing, or not everything, can be told; empty if all can.
  std::string doubt() const;

  bool is_active() const {
    return phase == ComparisonPhase::warming_up || phase == ComparisonPhase::measuring;
  }
};

struct CompareOptions {
  /// Measured rounds.
  int rounds = 3;
};

/// As of `SampleOptions`.
void each_option(CompareOptions& options, auto take) {
  auto& [rounds] = options;
  take("rounds", rounds, 1, 20);
}

/// The middle value; the mean of the two middle ones of an even number; 0 of none.
double median(std::vector<double> values);

/// Sync, async with one in flight, async with N, workers with N: each once a round, first a warm-up round
/// that does not count. Every round begins with another contender, so that none always profits from what ran
/// before it. It says which run comes next and makes figures of its report; making the run is up to the
/// caller.
class Comparison {
 public:
  /// Forgets the last comparison.
  void begin(const Settings& settings, CompareOptions options, std::string blocking_reads,
             double clock_step_ms = 0);

  /// What the next run is told; nothing when all runs are done, or after `cancel`.
  std::optional<Settings> next();

  /// The report of the run that `next` asked for.
  void record(const RunReport& run);

  /// The run that `next` asked for was cut short, or will not be made.
  void cancel();

  const CompareReport& report() const { return report_; }

 private:
  CompareReport report_;
};

}  // namespace weft::lab
