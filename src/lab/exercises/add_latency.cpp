#include <algorithm>

#include "fiber/task_group.hpp"
#include "lab/exercises/attempt.hpp"
#include "lab/exercises/comparing.hpp"
#include "lab/exercises/exercise_list.hpp"
#include "lab/format.hpp"
#include "lab/settings.hpp"
#include "lab/verdict.hpp"

namespace weft::lab {
namespace {

// clang-format off
// Sync: the waits add up.
void one_by_one(std::span<const std::string> paths,
                const auto& read) {
  for (const std::string& path : paths) read(path);
}

// Async: they overlap.
void at_once(std::span<const std::string> paths,
             const auto& read) {
  fiber::TaskGroup group;
  for (const std::string& path : paths)
    group.spawn(path, [&] { return read(path); });
  (void)group.join();
}
// clang-format on

std::string why_async_waits(double speed_up, std::size_t files) {
  if (verdict_of(speed_up) == Verdict::faster) return ": the waits overlap, and there was little else to do.";
  if (files == 1) return ": with one file there is no other wait to overlap with.";
  return ". That does not show how waits overlap: something else took longer than they did, such as other "
         "work on this machine.";
}

}  // namespace

// The tests call it too.
std::string about_latency(const CompareReport& report, double async_speed_up, std::size_t files) {
  if (const std::string doubt = report.doubt(); !doubt.empty())
    return lab::format("{} {}", what_was_done(report), doubt);
  return lab::format("{} Async was {}{}", what_was_done(report), speed_text(async_speed_up),
                     why_async_waits(async_speed_up, files));
}

namespace {

vfs::Result<std::string> run(Attempt& attempt) {
  const auto files = attempt.samples();
  if (!files) return failed(files.error());
  Settings settings = *attempt.quiet_settings();
  settings.latency_ms = 40;
  settings.concurrency = std::clamp(static_cast<int>(files->size()), 2, settings.concurrency);
  const CompareReport& comparison =
      attempt.compare(*files, settings, 1, {.one_by_one = one_by_one, .at_once = at_once});
  return about_latency(comparison, attempt.report["asyncSpeedUp"], files->size());
}

std::string evidence_of(const ExerciseReport& report) { return speeds_with("latency", report); }

}  // namespace

const Exercise add_latency = {
    .id = "add-latency",
    .group = ExerciseGroup::explain,
    .title = "Turn latency up",
    .task = "Compare the modes with 40 ms more for every read.",
    .button = "Compare with latency",
    .look_at = "The one waits for each file before it begins the next; the other begins them all.",
    .extra = ExerciseExtra::none,
    .run = run,
    .evidence = {question("when-async"), evidence_of},
};

}  // namespace weft::lab
