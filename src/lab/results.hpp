#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "lab/activities.hpp"
#include "lab/checklist.hpp"
#include "lab/log.hpp"
#include "lab/revision.hpp"
#include "lab/runs.hpp"
#include "lab/summary_report.hpp"
#include "vfs/error.hpp"
#include "vfs/file_system.hpp"

namespace weft::lab {

/// The summary of a run, and its way out of the page.
class Results {
 public:
  /// All of it outlives this.
  struct Context {
    vfs::FileSystem& files;
    /// Where summaries are written, beside the samples.
    std::string directory;
    const Runs& runs;
    Activities& activities;
    Checklist& checklist;
    Log& log;
    Revision& revision;
    /// Offers a person the bytes as a file of that name. Called on a fiber; it must not wait. May be empty.
    std::function<void(const std::string& name, std::string_view media_type, std::string_view bytes)>
        offer_download;
  };
  /// Called once, on a fiber, with the path; it must not wait. Not called if the command was refused.
  using Done = std::function<void(const vfs::Result<std::string>&)>;

  explicit Results(Context context) : context_(std::move(context)) {}

  const SummaryReport& summary() const { return summary_; }
  const std::string& directory() const { return context_.directory; }

  /// False where what is written is gone with the page.
  bool is_storage_lasting() const { return is_storage_lasting_; }
  /// What is written from now on is kept in memory only.
  void set_storage_fleeting();

  /// Writes the results of the last run. Until the new file is whole the old one stays. A failure is in the
  /// notice too, and leaves the results as they are.
  Answer write(SummaryFormat format, Done done = {}) { return start(format, false, std::move(done)); }
  /// The same, then reads the file back and offers what was read as a download.
  Answer download(SummaryFormat format, Done done = {}) { return start(format, true, std::move(done)); }

  /// For those who have an activity of their own: writes on its fiber.
  /// `write(files, path, text)` makes the text the content of that file.
  // Any type of it, as it waits: Asyncify follows calls, not pointers to functions.
  template <class Write>
  vfs::Result<void> save(SummaryFormat format, const Write& write) {
    const std::string text = begin(format);
    const vfs::Result<void> saved = note_written(write(context_.files, summary_.path, text));
    end(saved, false);
    return saved;
  }

  /// The results are to be others.
  void reset() { summary_ = {}; }

 private:
  Answer start(SummaryFormat format, bool is_download, Done done);
  vfs::Result<void> save(SummaryFormat format, bool is_download);
  std::string begin(SummaryFormat format);
  vfs::Result<void> note_written(vfs::Result<void> written);
  vfs::Result<void> offer_summary(SummaryFormat format);
  void end(const vfs::Result<void>& saved, bool is_download);

  Context context_;
  SummaryReport summary_;
  bool is_storage_lasting_ = true;
};

}  // namespace weft::lab
