#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lab/file_row.hpp"

namespace weft::lab {

/// What a person can try, in the order of the lesson.
enum class Exercise : std::uint8_t {
  parse_csv,
  skip_small_files,
  write_results,
  missing_file,
  leak_files,
  blocking_call,
  handle_missing_file,
  close_by_scope,
  limit_open_files,
  add_latency,
  add_computing,
  step_generator,
  use_workers,
};
inline constexpr int exercise_count = static_cast<int>(Exercise::use_workers) + 1;

/// "parse-csv", "missing-file" …: the words of the JavaScript API.
std::string_view name_of(Exercise exercise);
/// Nothing if no exercise is called that.
std::optional<Exercise> exercise_named(std::string_view name);

enum class Unit : std::uint8_t { count, milliseconds, bytes, times };

/// One thing that was measured or counted.
struct Figure {
  /// The name of the JavaScript API: "openFiles".
  std::string_view key;
  /// For a person: "Open at the end".
  std::string_view label;
  double value = 0;
  Unit unit = Unit::count;
};

enum class ExercisePhase : std::uint8_t { idle, running, finished, cancelled, failed };

std::string_view name_of(ExercisePhase phase);

/// What happened in an exercise, the last time it was done. It changes while the exercise goes on.
struct ExerciseReport {
  ExercisePhase phase = ExercisePhase::idle;
  /// In the order they are shown.
  std::vector<Figure> figures = {};
  /// The files that it worked on, where each of them has a story.
  std::vector<FileRow> rows = {};
  /// One or two sentences: what was seen. Of a failure: what went wrong.
  std::string message = {};

  /// Puts a figure in, or its new value in place of the old one.
  void set(std::string_view key, std::string_view label, double value, Unit unit = Unit::count);
  /// 0 for a figure that is not there.
  double operator[](std::string_view key) const;
};

struct ExerciseOptions {
  /// `limit_open_files`: the permits of the semaphore, 1 … 32.
  int limit = 8;
};

inline constexpr int exercise_limit_max = 32;

}  // namespace weft::lab
