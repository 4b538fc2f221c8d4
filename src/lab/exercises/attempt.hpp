#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lab/exercises/exercise.hpp"
#include "lab/file_list.hpp"
#include "lab/frame_clock.hpp"
#include "lab/kept_settings.hpp"
#include "lab/results.hpp"
#include "lab/run.hpp"
#include "lab/runs.hpp"
#include "lab/sample_set.hpp"
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

using Entries = std::vector<FileEntry>;

/// One time that an exercise is done: its parts, and what exercises have in common.
struct Attempt {
  const ExerciseContext& parts;
  /// Figures and rows are put in as they come.
  ExerciseReport& report;
  const ExerciseOptions& options;

  /// The samples, which are written if there are none. Not put into the list. Of more than 256 the first
  /// ones, and how many are left out is reported.
  vfs::Result<Entries> samples();
  /// Writes a file of the exercise's own.
  vfs::Result<FileEntry> write(const std::string& name, std::string_view text);
  FileEntry entry_of(const std::string& path, double size) const;

  /// The person's settings, without those that would hide what an exercise shows.
  KeptSettings quiet_settings() const;
  /// The same with a latency that is long enough for all files to wait when the first of them fails, short
  /// enough not to bore.
  KeptSettings slow_settings() const;
  /// Suspends. It counts for the checklist.
  const RunReport& run(std::span<const FileEntry> files, const Settings& settings, const Ways& ways = {});
  /// Suspends, and reports the figures.
  const CompareReport& compare(std::span<const FileEntry> files, const Settings& settings, int rounds,
                               const Ways& ways);
  /// Compares over large files with every byte counted 100 times.
  vfs::Result<const CompareReport*> compare_computing(const Ways& ways);

  /// Reports the rows of the run, and how many ended in which way.
  void keep_rows(const RunReport& run);
  /// Reports how many files are open, and from now on whenever a frame is drawn.
  void show_open_files();
};

/// "tiny.txt was skipped: smaller than 100 bytes.", "a.csv failed: Cannot read …"
std::string what_became_of(const FileRow& row);

/// For `Exercise::run`: it could not be done.
vfs::Result<std::string> failed(const vfs::Error& error);

std::vector<std::string> paths_of(std::span<const FileEntry> entries);

}  // namespace weft::lab
