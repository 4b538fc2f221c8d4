#include "lab/exercises/questions.hpp"

#include "lab/exercises/exercise_list.hpp"
#include "lab/exercises/exercises.hpp"
#include "lab/format.hpp"
#include "lab/run.hpp"

namespace weft::lab {
namespace {

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
      name_of(run.mode()), count_of(run.rows.size(), "file", "files"), duration(waited_ms),
      duration(computed_ms), run.rows.size() == 1 ? "" : ", all together", percent(waited_ms / both_ms),
      duration(run.wall_ms), failed);
}

}  // namespace

std::vector<const Exercise*> exercises_on(const Question& question) {
  std::vector<const Exercise*> found;
  for (const Exercise* exercise : all_exercises())
    if (exercise->evidence.question == &question) found.push_back(exercise);
  return found;
}

std::vector<std::string> evidence(const RunReport& run, const Exercises& exercises,
                                  const Question& question) {
  std::vector<std::string> sentences;
  if (question.is_about_runs && run.phase == RunPhase::finished) sentences.push_back(about_run(run));
  for (const Exercise* exercise : exercises_on(question)) {
    const ExerciseReport& report = exercises.report(*exercise);
    if (report.phase == ExercisePhase::finished) sentences.push_back(exercise->evidence.sentence(report));
  }
  std::erase(sentences, "");
  return sentences;
}

}  // namespace weft::lab
