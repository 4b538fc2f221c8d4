#include "lab/exercises/attempt.hpp"
#include "lab/exercises/comparing.hpp"
#include "lab/exercises/exercise_list.hpp"
#include "lab/format.hpp"
#include "lab/verdict.hpp"
#include "reading/count_file.hpp"

namespace weft::lab {
namespace {

// clang-format off
// One fiber computes at a time: there is one thread.
vfs::Result<text::FileCounts> count(
    vfs::File& file, reading::CountOptions options) {
  options.passes = 100;
  return reading::count_file(file, options);
}
// clang-format on

std::string why_async_computes(double speed_up) {
  switch (verdict_of(speed_up)) {
    case Verdict::faster:
      return ". Counting does not explain that, for one thread does all of it either way: something else "
             "slowed sync down, such as other work on this machine.";
    case Verdict::slower:
      return ": one thread counts no faster because others wait for it, and meanwhile it has the page to "
             "draw.";
    default:
      return ": one thread counts no faster because others wait for it.";
  }
}

}  // namespace

// The tests call it too.
std::string about_computing(const CompareReport& report, double async_speed_up) {
  if (const std::string doubt = report.doubt(); !doubt.empty())
    return lab::format("{} {}", what_was_done(report), doubt);
  return lab::format("{} Async was {}{}", what_was_done(report), speed_text(async_speed_up),
                     why_async_computes(async_speed_up));
}

namespace {

vfs::Result<std::string> run(Attempt& attempt) {
  return attempt.compare_computing({.count = count}).transform([&](const CompareReport* comparison) {
    return about_computing(*comparison, attempt.report["asyncSpeedUp"]);
  });
}

std::string evidence_of(const ExerciseReport& report) { return speeds_with("computing", report); }

}  // namespace

const Exercise add_computing = {
    .id = "add-computing",
    .group = ExerciseGroup::explain,
    .title = "Turn computing up",
    .task = "Compare the modes with every byte counted 100 times.",
    .button = "Compare with computing",
    .look_at = "Only the number of passes differs.",
    .extra = ExerciseExtra::none,
    .run = run,
    .evidence = {question("when-async"), evidence_of},
};

}  // namespace weft::lab
