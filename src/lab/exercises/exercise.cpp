#include "lab/exercises/exercise.hpp"

#include <algorithm>
#include <array>

namespace weft::lab {
namespace {

constexpr std::array<std::string_view, exercise_count> names = {
    "parse-csv",     "skip-small-files",    "write-results",  "missing-file",     "leak-files",
    "blocking-call", "handle-missing-file", "close-by-scope", "limit-open-files", "add-latency",
    "add-computing", "step-generator",      "use-workers"};

}  // namespace

std::string_view name_of(Exercise exercise) { return names.at(static_cast<std::size_t>(exercise)); }

std::optional<Exercise> exercise_named(std::string_view name) {
  const auto found = std::ranges::find(names, name);
  if (found == names.end()) return std::nullopt;
  return static_cast<Exercise>(found - names.begin());
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
