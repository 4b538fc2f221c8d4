#include "lab/exercises/exercise.hpp"

#include <algorithm>

namespace weft::lab {

std::string_view title_of(ExerciseGroup group) {
  switch (group) {
    case ExerciseGroup::alter:
      return "Alter it";
    case ExerciseGroup::break_it:
      return "Break it";
    case ExerciseGroup::fix:
      return "Fix it";
    case ExerciseGroup::explain:
      return "Explain it";
  }
  return "";
}

std::string_view name_of(ExercisePhase phase) {
  switch (phase) {
    case ExercisePhase::idle:
      return "idle";
    case ExercisePhase::running:
      return "running";
    case ExercisePhase::finished:
      return "finished";
    case ExercisePhase::cancelled:
      return "cancelled";
    case ExercisePhase::failed:
      return "failed";
  }
  return "unknown";
}

void ExerciseReport::set(std::string_view key, std::string_view label, double value, Unit unit) {
  const auto found = std::ranges::find(figures, key, &Figure::key);
  if (found == figures.end()) {
    figures.push_back({.key = key, .label = label, .value = value, .unit = unit});
  } else {
    found->value = value;
  }
}

double ExerciseReport::operator[](std::string_view key) const {
  const auto found = std::ranges::find(figures, key, &Figure::key);
  return found == figures.end() ? 0 : found->value;
}

}  // namespace weft::lab
