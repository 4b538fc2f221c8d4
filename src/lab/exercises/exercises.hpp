#pragma once

#include <array>
#include <functional>
#include <optional>

#include "lab/exercises/exercise.hpp"
#include "lab/exercises/exercise_runner.hpp"

namespace weft::lab {

/// What a reader can try. Each exercise shows something that goes right or wrong; it runs over the samples,
/// with settings of its own.
class Exercises {
 public:
  /// Called once, on a fiber; it must not wait. Not called if the command was refused.
  using Done = std::function<void(const ExerciseReport&)>;

  explicit Exercises(ExerciseContext context) : context_(std::move(context)) {}

  /// How an exercise went, the last time it was done.
  const ExerciseReport& report(Exercise exercise) const {
    return reports_.at(static_cast<std::size_t>(exercise));
  }
  /// The one that is under way; nothing if none is.
  std::optional<Exercise> current() const;

  Answer start(Exercise exercise, const ExerciseOptions& options = {}, Done done = {});

 private:
  ExerciseContext context_;
  std::array<ExerciseReport, exercise_count> reports_;
  Exercise current_ = Exercise::parse_csv;
};

}  // namespace weft::lab
