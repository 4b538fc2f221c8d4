#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "lab/mode.hpp"

namespace weft::lab {

struct RunReport;
struct Settings;

/// How long a run would take under other settings.
struct Estimate {
  Mode mode = Mode::async;
  /// Files at once, where that is another than the run's.
  std::optional<int> concurrency = {};
  double wall_ms = 0;
};

/// "16 files at once", "sync", "workers".
std::string title_of(const Estimate& estimate);

/// The run's settings with what the estimate changes.
Settings settings_for(const Estimate& estimate, const Settings& settings);

/// What a run would take in other modes, and with twice as many files at once, where that can be done. What
/// its files waited and computed is replayed in that way (lab/replay.hpp), and scaled so that the replay of
/// what was done takes as long as that took.
///
/// Reads that are on their way together hinder each other, and nobody knows how much: not at all, and a wait
/// is the same for one file as for many; or they come one by one, and it is as many times as short. The mean
/// of the two is taken: a wait for a read grows with the root of how many wait. (16 in flight read 2,000
/// small files 2.3 to 4 times as fast as one.) Added latency stays what it is. Starting workers is not
/// counted.
///
/// None for a run that has not read every file to its end. The first is the one that would take least.
/// `processors` are those that workers can have; 0 if there are none.
std::vector<Estimate> estimates_for(const RunReport& report, std::size_t processors);

}  // namespace weft::lab
