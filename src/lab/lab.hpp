#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "lab/activities.hpp"
#include "lab/checklist.hpp"
#include "lab/exercises/code_shelf.hpp"
#include "lab/exercises/exercises.hpp"
#include "lab/files.hpp"
#include "lab/frame_clock.hpp"
#include "lab/lesson.hpp"
#include "lab/log.hpp"
#include "lab/memory.hpp"
#include "lab/preferences.hpp"
#include "lab/results.hpp"
#include "lab/revision.hpp"
#include "lab/runs.hpp"
#include "lab/sample_set.hpp"
#include "lab/settings_in_force.hpp"
#include "lab/stepping.hpp"
#include "lab/timeline.hpp"

namespace weft::lab {

/// What the lab needs from the program around it.
struct Environment {
  /// Outlives the lab.
  vfs::FileSystem* files = nullptr;
  /// Outlives the lab; null where there are no workers.
  reading::CountingPool* workers = nullptr;
  std::string sample_directory = "/data";
  /// Where exercises write what they need.
  std::string exercise_directory = "/exercise";
  /// Tells the latency decorators. May be empty.
  std::function<void(double ms)> set_latency;
  /// A file has left the list: whatever stands behind its path may be let go. May be empty.
  std::function<void(const std::string& path)> on_removed;
  /// Settings, choices or mastery have changed, and are to be remembered until the next visit. May be empty.
  std::function<void()> on_remember;
  /// Offers a person the bytes as a file of that name. Called on a fiber; it must not wait. May be empty.
  std::function<void(const std::string& name, std::string_view media_type, std::string_view bytes)>
      offer_download = {};
  /// Begins to fetch the text with the exercises' code; the answer goes to `Lab::code`. Empty where nobody
  /// wants to see any.
  std::function<void()> fetch_code = {};
  /// "shared-buffer" or "sync-xhr".
  std::string blocking_reads = "shared-buffer";
  /// The time of day, in ms, which goes on while the machine sleeps. Empty: the system's.
  std::function<double()> time_of_day_ms = {};
};

/// What the page does, without drawing: the parts of the model, wired together. Reading them is cheap, and
/// every value is valid between two frames.
class Lab {
 public:
  explicit Lab(const Environment& environment);
  /// Nothing may be under way.
  ~Lab();
  Lab(const Lab&) = delete;
  Lab& operator=(const Lab&) = delete;

  /// At the start of every animation frame, before anything is drawn.
  void on_frame(double now_ms);

  /// Draw when its value differs from what was drawn last.
  const Revision& revision() const { return revision_; }

  Preferences& preferences() { return preferences_; }
  Files& files() { return files_; }
  Activities& activities() { return activities_; }
  Runs& runs() { return runs_; }
  Results& results() { return results_; }
  SampleSet& samples() { return samples_; }
  Stepping& stepping() { return stepping_; }
  Lesson& lesson() { return lesson_; }
  Exercises& exercises() { return exercises_; }
  CodeShelf& code() { return code_; }
  Checklist& checklist() { return checklist_; }
  Log& log() { return log_; }
  FrameClock& frames() { return frames_; }
  const Timeline& timeline() const { return timeline_; }
  const MemoryFigures& memory() const { return memory_.figures(); }

 private:
  void wire(const Environment& environment);

  static constexpr double memory_interval_ms = 500;

  vfs::FileSystem& file_system_;
  Revision revision_;
  Log log_{revision_};
  Timeline timeline_;
  FrameClock frames_;
  MemoryGauge memory_;
  double memory_measured_at_ms_ = 0;
  // In the order in which they need each other.
  Preferences preferences_{revision_};
  Checklist checklist_{revision_};
  Activities activities_{revision_, log_};
  Files files_{activities_, revision_};
  SettingsInForce in_force_;
  Runs runs_;
  Results results_;
  SampleSet samples_;
  Stepping stepping_;
  Lesson lesson_;
  Exercises exercises_;
  CodeShelf code_;
};

}  // namespace weft::lab
