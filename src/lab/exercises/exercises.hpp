#pragma once

#include <functional>
#include <vector>

#include "lab/exercises/attempt.hpp"
#include "lab/exercises/exercise.hpp"

namespace weft::lab {

/// What a reader can try. Each exercise shows something that goes right or wrong; it runs over the samples,
/// with settings of its own.
class Exercises {
 public:
  /// Called once, on a fiber; it must not wait. Not called if the command was refused.
  using Done = std::function<void(const ExerciseReport&)>;

  explicit Exercises(ExerciseContext context);

  /// How an exercise went, the last time it was done.
  const ExerciseReport& report(const Exercise& exercise) const;
  /// The one that is under way; null if none is.
  const Exercise* current() const;

  Answer start(const Exercise& exercise, const ExerciseOptions& options = {}, Done done = {});

  /// At the start of every animation frame: brings up to date what the report says of open files.
  void on_frame();

 private:
  ExerciseContext context_;
  /// In the order of the list.
  std::vector<ExerciseReport> reports_;
  const Exercise* current_ = nullptr;
};

}  // namespace weft::lab
