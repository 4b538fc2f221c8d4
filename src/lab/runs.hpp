#pragma once

#include <functional>
#include <span>
#include <string>

#include "lab/activities.hpp"
#include "lab/checklist.hpp"
#include "lab/comparison.hpp"
#include "lab/files.hpp"
#include "lab/log.hpp"
#include "lab/preferences.hpp"
#include "lab/revision.hpp"
#include "lab/run.hpp"
#include "lab/settings_in_force.hpp"
#include "lab/signal.hpp"

namespace weft::lab {

/// Runs and comparisons.
class Runs {
 public:
  /// All of it outlives this.
  struct Context {
    Run::Context run;
    SettingsInForce& in_force;
    const Preferences& preferences;
    const Files& files;
    Activities& activities;
    Checklist& checklist;
    Log& log;
    Revision& revision;
    /// "shared-buffer" or "sync-xhr".
    std::string blocking_reads;
  };
  /// Called once, on a fiber; it must not wait. Not called if the command was refused.
  using RunDone = std::function<void(const RunReport&)>;
  using CompareDone = std::function<void(const CompareReport&)>;

  explicit Runs(Context context);

  /// The one that is under way, else the last one.
  const Run& run() const { return run_; }
  const Comparison& comparison() const { return comparison_; }
  /// There is a run that has ended, and none under way.
  bool has_results() const;
  const std::string& blocking_reads() const { return context_.blocking_reads; }

  /// Runs over the list with the present settings, or with others for this once. Refused where the settings
  /// must make files fail, as a comparison and a lesson are; see `why_it_must_fail`.
  Answer start(RunDone done = {});
  Answer start(const Settings& settings, RunDone done);
  Answer start_comparison(CompareOptions options = {}, CompareDone done = {});

  /// Refused if something is under way, or if a run over these files must fail.
  Answer check(const Settings& settings, std::span<const FileEntry> files);

  // For those who have an activity of their own: on its fiber, which they suspend.

  const RunReport& execute(std::span<const FileEntry> files, const Settings& settings, const Ways& ways = {});
  const RunReport& execute_and_log(std::span<const FileEntry> files, const Settings& settings);
  const CompareReport& compare(std::span<const FileEntry> files, const Settings& settings,
                               const CompareOptions& options, const Ways& ways = {});

  /// Forgets the last run. Not while one is under way.
  void reset() { run_.reset(); }

  /// A run is about to take the place of the last one.
  Signal<>& began() { return began_; }

 private:
  void log_comparison(const CompareReport& report);

  Context context_;
  Run run_;
  Comparison comparison_;
  bool logs_rows_ = false;
  Signal<> began_;
};

}  // namespace weft::lab
