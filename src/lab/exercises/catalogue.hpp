#pragma once

#include <span>
#include <string_view>

#include "lab/exercises/exercise.hpp"

namespace weft::lab {

enum class ExerciseGroup : std::uint8_t { alter, break_it, fix, explain };

/// "Alter it" …
std::string_view title_of(ExerciseGroup group);

/// What is said about an exercise before it is done.
struct ExerciseText {
  Exercise exercise;
  ExerciseGroup group;
  std::string_view title;
  /// A sentence of what to try.
  std::string_view task;
  /// On the button that does it.
  std::string_view button;
  /// What to look at in the code beside it.
  std::string_view look_at;
};

/// In the order of the lesson.
std::span<const ExerciseText> exercise_texts();
const ExerciseText& text_of(Exercise exercise);

}  // namespace weft::lab
