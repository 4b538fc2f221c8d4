// Exercises.

#include <algorithm>

#include "lab/exercises/exercise_runner.hpp"
#include "lab/lab.hpp"
#include "lab/log_lines.hpp"

namespace weft::lab {

std::optional<Exercise> Lab::current_exercise() const {
  if (activity_ != Activity::exercise) return std::nullopt;
  return current_exercise_;
}

Answer Lab::start_exercise(Exercise exercise, const ExerciseOptions& options, ExerciseDone done) {
  const ExerciseOptions taken{.limit = std::clamp(options.limit, 1, exercise_limit_max)};
  const Answer answer = start_activity(Activity::exercise, [this, exercise, taken, done = std::move(done)] {
    ExerciseReport& report = exercises_.at(static_cast<std::size_t>(exercise));
    log_.add(log_lines::exercise_heading(exercise));
    ExerciseRunner(*this, report, taken).run(exercise);
    log_.add(report.words);
    end_activity();
    if (done) done(report);
  });
  if (answer) current_exercise_ = exercise;
  return answer;
}

}  // namespace weft::lab
