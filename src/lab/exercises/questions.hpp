#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lab/exercises/exercise.hpp"

namespace weft::lab {

class Exercises;
struct RunReport;

/// Something to explain: a question, a short answer, and the exercises that show it.
struct Question {
  std::string_view title;
  std::string_view answer;
  std::array<Exercise, 2> exercises;

  /// Without the second one where it is the first again.
  std::span<const Exercise> distinct_exercises() const {
    return std::span(exercises).first(exercises[0] == exercises[1] ? 1 : 2);
  }
};

std::span<const Question> questions();

/// Sentences with figures of the person's own last run and exercises that bear on the question.
/// Empty if there were none yet.
std::vector<std::string> evidence(const RunReport& run, const Exercises& exercises, const Question& question);

}  // namespace weft::lab
