#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lab/exercises/questions.hpp"
#include "lab/file_row.hpp"
#include "vfs/error.hpp"

namespace weft::lab {

struct Attempt;
struct ExerciseReport;

enum class ExerciseGroup : std::uint8_t { alter, break_it, fix, explain };

/// "Alter it", "Break it" …
std::string_view title_of(ExerciseGroup group);

/// What the panel shows of an exercise besides what it shows of all of them.
enum class ExerciseExtra : std::uint8_t {
  none,
  /// A slider for `ExerciseOptions::limit`.
  limit,
  /// A button that pulls the rows of the first file of the report.
  rows,
  /// The buttons that save the results of the last run.
  summary,
};

/// What an exercise that was done to its end says to a question. `{}` where it bears on none.
struct Evidence {
  const Question* question;
  std::string (*sentence)(const ExerciseReport& report);
};

/// Something that a person can try, all of it: the code that it shows stands in the same file, as
/// src/README.md tells. No member has a default, so that the compiler misses what is left out.
struct Exercise {
  /// "leak-files": the name in the JavaScript API, and with underscores the name of its files.
  std::string_view id;
  ExerciseGroup group;
  std::string_view title;
  /// A sentence of what to try.
  std::string_view task;
  /// On the button that does it.
  std::string_view button;
  /// What to look at in the code beside it.
  std::string_view look_at;
  ExerciseExtra extra;
  /// On the fiber of an activity: does it, and returns what was seen in one or two sentences, or why it could
  /// not be done. What it opens is closed when it returns, also if that fiber was cancelled.
  vfs::Result<std::string> (*run)(Attempt& attempt);
  Evidence evidence;
};

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
  /// The exercise's id; empty until it is done for the first time.
  std::string_view exercise = {};
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
  /// `limit_open_files`: the permits of the semaphore.
  int limit = 8;
};

inline constexpr int exercise_limit_max = 32;

/// As of `SampleOptions`.
void each_option(ExerciseOptions& options, auto take) {
  auto& [limit] = options;
  take("limit", limit, 1, exercise_limit_max);
}

}  // namespace weft::lab
