#pragma once

#include <functional>
#include <string>
#include <vector>

#include "lab/activities.hpp"
#include "lab/checklist.hpp"
#include "lab/files.hpp"
#include "lab/log.hpp"
#include "lab/revision.hpp"
#include "lab/samples.hpp"
#include "vfs/file_system.hpp"

namespace weft::lab {

/// The sample files: in storage, and in the list.
class SampleSet {
 public:
  /// All of it outlives this.
  struct Context {
    vfs::FileSystem& files;
    std::string directory;
    Files& list;
    Activities& activities;
    Checklist& checklist;
    Log& log;
    Revision& revision;
  };
  /// Called once, on a fiber; it must not wait. Not called if the command was refused.
  using Done = std::function<void(const vfs::Result<std::vector<SampleFile>>&)>;

  explicit SampleSet(Context context) : context_(std::move(context)) {}

  /// Takes the samples of an earlier visit into the list, or writes them on the first visit; after what is
  /// under way, if anything is. `ready` is called when the list is as it should be, or the reason why it
  /// cannot be is in the notice.
  void start(std::function<void()> ready = {});

  /// Writes the samples anew and puts them into the list, in place of samples that were there.
  Answer write(const SampleOptions& options = {}, Done done = {});

  /// For those who have an activity of their own: the same on its fiber. A failure is in the notice and in
  /// the log.
  vfs::Result<std::vector<SampleFile>> create(const SampleOptions& options);

  /// Those of the list.
  std::vector<FileEntry> listed() const;
  const std::string& directory() const { return context_.directory; }

 private:
  void start_when_idle(std::function<void()> ready);
  void take_or_create();
  void take_into_list(const std::vector<SampleFile>& samples);

  Context context_;
};

}  // namespace weft::lab
