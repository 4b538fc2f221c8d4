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

/// What a run would take one file after another, one file at a time on the page's thread, and so on; by
/// replaying what its files waited and computed (lab/replay.hpp), scaled so that the replay of what was done
/// takes as long as that took. Starting workers is not counted. None for a run that has not read every file
/// to its end. The first is the one that would take least. `processors` are those that workers can have.
std::vector<Estimate> estimates_for(const RunReport& report, std::size_t processors);

}  // namespace weft::lab
