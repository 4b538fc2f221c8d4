#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>

#include "lab/activities.hpp"
#include "lab/checklist.hpp"
#include "lab/files.hpp"
#include "lab/log.hpp"
#include "lab/preferences.hpp"
#include "lab/revision.hpp"
#include "lab/stepper.hpp"
#include "vfs/file_system.hpp"

namespace weft::lab {

/// The panel's stepper, and those of others. Steppers work beside any activity.
class Stepping {
 public:
  /// All of it outlives this.
  struct Context {
    vfs::FileSystem& files;
    const Preferences& preferences;
    const Files& list;
    Activities& activities;
    Checklist& checklist;
    Log& log;
    Revision& revision;
  };

  explicit Stepping(Context context) : context_(context) {}

  /// The stepper of the panel; null before the first `open`, and after `close`.
  Stepper* stepper() { return stepper_.get(); }

  /// Opens the panel's stepper over one file, or over the whole list; the one before is closed.
  Answer open(std::optional<FileNumber> file, StepUnit unit = StepUnit::lines);
  void close();
  /// Closes it if it hands out rows of this file, which are other rows from now on.
  void close_rows_of(const std::string& path);

  /// An independent stepper, owned by the caller, who destroys it before this. No paths: the whole list.
  std::unique_ptr<Stepper> make(std::span<const std::string> paths, StepUnit unit = StepUnit::lines);

  /// A stepper that tells the log of each line.
  Stepper make_logging(std::span<const FileEntry> files);

 private:
  Stepper::Options options(StepUnit unit) const;
  Stepper::Options logging_options(StepUnit unit);

  Context context_;
  std::unique_ptr<Stepper> stepper_;
};

}  // namespace weft::lab
