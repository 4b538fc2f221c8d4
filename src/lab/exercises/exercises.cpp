#include "lab/exercises/exercises.hpp"

#include <algorithm>
#include <utility>

#include "lab/log_lines.hpp"

namespace weft::lab {

std::optional<Exercise> Exercises::current() const {
  if (context_.activities.current() != Activity::exercise) return std::nullopt;
  return current_;
}

Answer Exercises::start(Exercise exercise, const ExerciseOptions& options, Done done) {
  const ExerciseOptions taken{.limit = std::clamp(options.limit, 1, exercise_limit_max)};
  const Answer answer =
      context_.activities.start(Activity::exercise, [this, exercise, taken, done = std::move(done)] {
        ExerciseReport& report = reports_.at(static_cast<std::size_t>(exercise));
        context_.log.add(log_lines::exercise_heading(exercise));
        ExerciseRunner(context_, report, taken).run(exercise);
        context_.log.add(report.message);
        return [&report, done] {
          if (done) done(report);
        };
      });
  if (answer) current_ = exercise;
  return answer;
}

}  // namespace weft::lab
