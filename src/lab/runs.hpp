#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

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

/// An estimate that was put to the test.
struct Trial {
  Estimate estimate;
  double measured_ms = 0;
};

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
    /// As of `Results::Context`. May be empty.
    std::function<void(const std::string& name, std::string_view media_type, std::string_view bytes)>
        offer_download;
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
  /// The estimates are of the files that are in the list.
  bool can_try_out() const;
  /// Runs once more as the estimate of the last run has it, to see how good it was.
  Answer try_out(const Estimate& estimate);
  /// How that went, until something else is run.
  const std::optional<Trial>& trial() const { return trial_; }
  Answer start_comparison(CompareOptions options = {}, CompareDone done = {});

  /// Refused if something is under way, or if a run over these files must fail.
  Answer check(const Settings& settings, std::span<const FileEntry> files);

  // For those who have an activity of their own: on its fiber, which they suspend.

  const RunReport& execute(std::span<const FileEntry> files, const Settings& settings, const Ways& ways = {});
  const RunReport& execute_and_log(std::span<const FileEntry> files, const Settings& settings);
  const CompareReport& compare(std::span<const FileEntry> files, const Settings& settings,
                               const CompareOptions& options, const Ways& ways = {});

  /// The last run as Chrome trace events (lab/trace_format.hpp); empty unless there is one that has ended.
  std::string trace() const;
  /// Offers that as a file.
  void download_trace() const;

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
  std::optional<Trial> trial_;
  Signal<> began_;
};

}  // namespace weft::lab
