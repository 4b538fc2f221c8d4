#pragma once

#include <span>
#include <string>
#include <vector>

#include "lab/exercises/exercise.hpp"
#include "lab/file_list.hpp"
#include "lab/frame_clock.hpp"
#include "lab/results.hpp"
#include "lab/run.hpp"
#include "lab/runs.hpp"
#include "lab/sample_set.hpp"
#include "lab/settings.hpp"
#include "lab/settings_in_force.hpp"
#include "lab/timeline.hpp"

namespace weft::lab {

/// What exercises work with; all of it outlives them.
struct ExerciseContext {
  vfs::FileSystem& files;
  /// Where exercises write what they need.
  std::string directory;
  const Preferences& preferences;
  const SettingsInForce& in_force;
  Files& list;
  SampleSet& samples;
  Runs& runs;
  Results& results;
  Activities& activities;
  Checklist& checklist;
  FrameClock& frames;
  const Timeline& timeline;
  Log& log;
  Revision& revision;
};

/// Does one exercise, on the fiber of an activity. Whatever it opens is closed when `run` returns,
/// also if that fiber was cancelled.
class ExerciseRunner {
 public:
  /// Both outlive it.
  ExerciseRunner(const ExerciseContext& context, ExerciseReport& report, const ExerciseOptions& options)
      : context_(context), report_(report), options_(options) {}

  /// Suspends. The report has ended when it returns.
  void run(Exercise exercise);

 private:
  void do_exercise(Exercise exercise);
  void parse_csv();
  void skip_small_files();
  void write_results();
  void run_with_a_missing_file(fiber::OnFailure on_failure);
  void leak_files();
  void close_by_scope();
  void limit_open_files();
  void block_among_others();
  void step_generator();
  void add_latency();
  void add_computing();
  void use_workers();

  /// The ten samples, which are written if there are none. Not put into the list.
  std::vector<FileEntry> samples();
  /// Texts that are large enough for the processor to have something to do.
  std::vector<FileEntry> large_texts();
  /// The list's CSV files; where it has none, one that is written and put into it.
  std::vector<FileEntry> csv_files();
  FileEntry write(const std::string& name, std::string_view text);
  FileEntry entry_of(const std::string& path, double size) const;
  Settings quiet_settings() const;
  const RunReport& run_over(std::span<const FileEntry> files, const Settings& settings,
                            const RunOptions& options = {});
  void compare(std::span<const FileEntry> files, const Settings& settings, int rounds);
  void compare_computing();
  void keep_rows(const RunReport& run);
  void show_open_files();
  void fail(const vfs::Error& error);
  bool has_failed() const { return report_.phase == ExercisePhase::failed; }

  const ExerciseContext& context_;
  ExerciseReport& report_;
  ExerciseOptions options_;
};

}  // namespace weft::lab
