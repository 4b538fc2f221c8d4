#include "lab/exercises/questions.hpp"

#include "lab/exercises/exercises.hpp"
#include "lab/format.hpp"
#include "lab/run.hpp"

namespace weft::lab {
namespace {

enum Index { when_async, what_is_a_generator, why_a_scope, when_threads };

constexpr std::array<Question, 4> all_questions = {{
    {"When does async help against plain reads?",
     "When much of the time is waiting, and there is more than one thing to wait for: the waits overlap. It "
     "makes no single read faster, and no computation. With one file, or with work that keeps the processor "
     "busy, "
     "plain reads do as well and are simpler.",
     {Exercise::add_latency, Exercise::add_computing}},
    {"What is an async generator, and how does \xE2\x80\x9C"
     "async for\xE2\x80\x9D pull from it?",
     "A function that stands still at every yield. The loop asks for one value; the generator runs until it "
     "has one, hands it over and stands still again. Where it has to wait for a read, the loop waits with "
     "it, and "
     "everybody else goes on.",
     {Exercise::step_generator, Exercise::step_generator}},
    {"Why does it matter to open files in a scope?",
     "Only so many files can be open at once, and one that nobody closes stays open. A scope closes its file "
     "on every way out: at its end, on an early return, after an error, when the fiber is cancelled.",
     {Exercise::leak_files, Exercise::close_by_scope}},
    {"When threads rather than async?",
     "When the processor is what everyone waits for. Fibers take turns on one thread; threads, here Web "
     "Workers, compute at the same time, each on a core of its own. They cost memory, start-up, and the "
     "copying of what they are told.",
     {Exercise::use_workers, Exercise::use_workers}},
}};

std::string about_run(const RunReport& run) {
  double waited_ms = 0;
  double computed_ms = 0;
  for (const FileRow& row : run.rows) {
    waited_ms += row.wait_ms;
    computed_ms += row.cpu_ms;
  }
  const double both_ms = waited_ms + computed_ms;
  if (both_ms <= 0 || run.totals.files == 0) return {};
  const std::string failed =
      run.failed == 0 ? "" : lab::format(" {} failed.", count_of(run.failed, "file", "files"));
  return lab::format(
      "In your last run, {}, {} waited for {} and computed for {}{}: {} was waiting. It took {}.{}",
      name_of(run.settings.mode), count_of(run.rows.size(), "file", "files"), duration(waited_ms),
      duration(computed_ms), run.rows.size() == 1 ? "" : ", all together", percent(waited_ms / both_ms),
      duration(run.wall_ms), failed);
}

std::string about_comparison(const ExerciseReport& report, std::string_view condition) {
  // What cannot be told is told by the exercise.
  if (report["asyncSpeedUp"] <= 0) return report.message;
  return lab::format("With {}, sync took {} and async {}: {} × as fast.", condition,
                     milliseconds(report["syncMs"]), milliseconds(report["asyncManyMs"]),
                     times(report["asyncSpeedUp"]));
}

std::string counted(double figure) { return count(static_cast<std::uint64_t>(figure)); }

std::string about_leak(const ExerciseReport& report) {
  return lab::format("Without closing, {} of {} were open, and {} could not be opened.",
                     counted(report["peakOpenFiles"]),
                     count_of(static_cast<std::uint64_t>(report["limit"]), "file", "files"),
                     count_of(static_cast<std::uint64_t>(report["failed"]), "other", "others"));
}

std::string about_scope(const ExerciseReport& report) {
  return lab::format("With a scope for each, {} were opened, and never more than {} was open.",
                     count_of(static_cast<std::uint64_t>(report["opened"]), "file", "files"),
                     counted(report["peakOpenFiles"]));
}

bool is_finished(const ExerciseReport& report) { return report.phase == ExercisePhase::finished; }

}  // namespace

std::span<const Question> questions() { return all_questions; }

std::vector<std::string> evidence(const RunReport& run, const Exercises& exercises,
                                  const Question& question) {
  std::vector<std::string> sentences;
  const auto add = [&](Exercise exercise, auto sentence_of) {
    const ExerciseReport& report = exercises.report(exercise);
    if (is_finished(report)) sentences.push_back(sentence_of(report));
  };
  switch (&question - all_questions.data()) {
    case when_async:
      if (run.phase == RunPhase::finished) sentences.push_back(about_run(run));
      add(Exercise::add_latency, [](const auto& report) { return about_comparison(report, "latency"); });
      add(Exercise::add_computing, [](const auto& report) { return about_comparison(report, "computing"); });
      break;
    case what_is_a_generator:
      add(Exercise::step_generator, [](const ExerciseReport& report) { return report.message; });
      break;
    case why_a_scope:
      add(Exercise::leak_files, about_leak);
      add(Exercise::close_by_scope, about_scope);
      break;
    case when_threads:
      add(Exercise::use_workers, [](const ExerciseReport& report) { return report.message; });
      break;
    default:
      break;
  }
  std::erase(sentences, "");
  return sentences;
}

}  // namespace weft::lab
