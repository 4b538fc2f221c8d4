#include "lab/exercises/attempt.hpp"
#include "lab/exercises/comparing.hpp"
#include "lab/exercises/exercise_list.hpp"
#include "lab/format.hpp"
#include "lab/verdict.hpp"
#include "reading/count_in_worker.hpp"

namespace weft::lab {
namespace {

// clang-format off
// The fiber waits; a worker reads and computes.
vfs::Result<reading::WorkerCount> count(
    reading::CountingPool& pool, vfs::File& file,
    reading::WorkerOptions options) {
  options.passes = 100;
  return reading::count_in_worker(pool, file, options);
}
// clang-format on

}  // namespace

// The tests call it too.
std::string about_workers(const CompareReport& report, double async_speed_up, double workers_speed_up) {
  if (const std::string doubt = report.doubt(); !doubt.empty())
    return lab::format("{} {}", what_was_done(report), doubt);
  const std::string async =
      lab::format("{} Async was {}, on one thread.", what_was_done(report), speed_text(async_speed_up));
  const double against_async = workers_speed_up / async_speed_up;
  const bool is_shown =
      verdict_of(workers_speed_up) == Verdict::faster && verdict_of(against_async) == Verdict::faster;
  if (is_shown)
    return lab::format(
        "{} Workers were {}: each has a thread of its own, and the machine a processor for it.", async,
        speed_text(workers_speed_up));
  return lab::format(
      "{} Workers were {}, and {}. That does not show what threads are for: the machine had no processor "
      "free for them, or to start them and to hand the files over took what they saved.",
      async, speed_text(workers_speed_up), speed_text(against_async, "async"));
}

namespace {

vfs::Result<std::string> run(Attempt& attempt) {
  return attempt.compare_computing({.count_in_worker = count})
      .transform([&](const CompareReport* comparison) {
        return about_workers(*comparison, attempt.report["asyncSpeedUp"], attempt.report["workersSpeedUp"]);
      });
}

std::string evidence_of(const ExerciseReport& report) { return report.message; }

}  // namespace

const Exercise use_workers = {
    .id = "use-workers",
    .group = ExerciseGroup::explain,
    .title = "Use workers",
    .task = "The same computing, spread over Web Workers.",
    .button = "Compare with workers",
    .look_at = "A worker has a thread of its own; a fiber has not.",
    .extra = ExerciseExtra::none,
    .run = run,
    .evidence = {question("when-threads"), evidence_of},
};

}  // namespace weft::lab
