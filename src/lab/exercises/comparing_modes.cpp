// Exercises that compare the modes where one of them must win.

#include <algorithm>

#include "lab/exercises/comparing_words.hpp"
#include "lab/exercises/exercise_runner.hpp"

namespace weft::lab {
namespace {

struct Names {
  std::string_view key;
  std::string_view label;
  std::string_view speed_key;
  std::string_view speed_label;
};

Names names_of(const Contender& contender) {
  if (contender.mode == Mode::sync) return {"syncMs", "Sync", "", ""};
  if (contender.mode == Mode::workers)
    return {"workersMs", "Workers, many in flight", "workersSpeedUp", "Workers against sync"};
  if (contender.concurrency == 1) return {"asyncOneMs", "Async, one in flight", "", ""};
  return {"asyncManyMs", "Async, many in flight", "asyncSpeedUp", "Async against sync"};
}

}  // namespace

void ExerciseRunner::compare(std::span<const FileEntry> files, const Settings& settings, int rounds) {
  for (const Contender& contender : context_.runs.compare(files, settings, {.rounds = rounds}).contenders) {
    const Names names = names_of(contender);
    report_.set(names.key, names.label, contender.median_ms, Unit::milliseconds);
    if (!names.speed_key.empty() && contender.speed_up > 0)
      report_.set(names.speed_key, names.speed_label, contender.speed_up, Unit::times);
  }
}

// snippet add-latency
void ExerciseRunner::add_latency() {
  const std::vector<FileEntry> files = samples();
  if (has_failed()) return;
  Settings settings = quiet_settings();
  settings.latency_ms = 40;
  settings.concurrency = std::clamp(static_cast<int>(files.size()), 2, settings.concurrency);
  compare(files, settings, 1);
  // end snippet
  report_.message = about_latency(context_.runs.comparison().report(), report_["asyncSpeedUp"], files.size());
}

// The files are in memory, large, and read in few pieces, so that there is little to measure but computing;
// and others on the machine take their part of one round, but hardly of all.

// snippet add-computing
void ExerciseRunner::compare_computing() {
  const std::vector<FileEntry> files = large_texts();
  if (has_failed()) return;
  Settings settings = quiet_settings();
  settings.latency_ms = 0;
  settings.cpu_passes = 100;
  settings.concurrency = static_cast<int>(files.size());
  settings.chunk_bytes = vfs::default_chunk_bytes;
  compare(files, settings, 3);
}
// end snippet

void ExerciseRunner::add_computing() {
  compare_computing();
  if (has_failed()) return;
  report_.message = about_computing(context_.runs.comparison().report(), report_["asyncSpeedUp"]);
}

void ExerciseRunner::use_workers() {
  compare_computing();
  if (has_failed()) return;
  report_.message =
      about_workers(context_.runs.comparison().report(), report_["asyncSpeedUp"], report_["workersSpeedUp"]);
}

}  // namespace weft::lab
