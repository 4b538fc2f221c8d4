#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "fiber/semaphore.hpp"
#include "lab/file_row.hpp"
#include "lab/kept_settings.hpp"
#include "lab/mode.hpp"
#include "lab/run_analysis.hpp"
#include "lab/ways.hpp"
#include "vfs/file.hpp"

namespace weft::vfs {
class FileSystem;
}

namespace weft::reading {
class CountingPool;
}

namespace weft::lab {

class FrameClock;
class Timeline;

enum class RunPhase : std::uint8_t {
  /// There has been no run yet.
  idle,
  /// A sync run is about to block the thread: it waits until the frame that says so has been drawn.
  announced,
  running,
  /// Every file has ended. A run over an empty list is finished at once, with no rows.
  finished,
  /// A person stopped it.
  cancelled,
};

std::string_view name_of(RunPhase phase);

struct Totals {
  std::size_t files = 0;
  std::uint64_t bytes = 0;
  std::uint64_t lines = 0;
  std::uint64_t words = 0;

  friend bool operator==(const Totals&, const Totals&) = default;
};

/// A run as it stands, or as it ended.
struct RunReport {
  RunPhase phase = RunPhase::idle;
  /// What this run was told; the settings may have changed since.
  KeptSettings settings;
  /// From the first file's turn to the last one's end, in ms; up to now while running.
  double wall_ms = 0;
  /// In the order given.
  std::vector<FileRow> rows;
  /// Of the files that are done.
  Totals totals;
  /// How many rows are done, skipped, failed or cancelled.
  std::size_t ended = 0;
  /// The same without the cancelled ones.
  std::size_t completed = 0;
  std::size_t failed = 0;
  std::size_t peak_open_files = 0;
  /// The most files that were in work at once.
  std::size_t peak_in_flight = 0;
  /// The most workers that were busy at once; 0 unless in workers mode.
  std::size_t peak_workers = 0;
  std::size_t reads = 0;
  /// Animation frames while it ran, and the longest time without one.
  int frames = 0;
  double longest_frame_gap_ms = 0;
  /// The page was hidden for a part of it, where browsers slow everything down.
  bool was_hidden = false;
  /// The machine slept for a part of it, or its clock was set.
  bool has_slept = false;
  /// When it has ended.
  RunAnalysis analysis = {};

  Mode mode() const;
  bool is_active() const { return phase == RunPhase::announced || phase == RunPhase::running; }
  /// 0 … 1 by bytes; by files where no size is known.
  float progress() const;
};

class Run;

/// Reads one of the files of a run, on the calling fiber, when its turn has come. False if that failed.
struct ReadOne {
  Run& run;
  bool operator()(const std::string& path) const;
};

/// The latest run over the list of files: the one that is under way, else the last one.
class Run {
 public:
  /// What a run works with; all of it outlives the run. The functions may be empty.
  struct Context {
    vfs::FileSystem* files = nullptr;
    /// Null where there are no workers: then every file fails in workers mode.
    reading::CountingPool* workers = nullptr;
    FrameClock* frames = nullptr;
    Timeline* timeline = nullptr;
    /// The time of day, in ms, which goes on while the machine sleeps.
    std::function<double()> time_of_day_ms;
    /// A row has just ended; its place in completion order is set. It must not wait.
    std::function<void(const FileRow&)> on_row_ended = {};
    /// The phase has changed: a panel draws it in its very next frame. It must not wait.
    std::function<void()> on_phase = {};
    /// Something else in the report has changed. It must not wait.
    std::function<void()> on_progress = {};
    /// Says why a run that has ended took so long. By a pointer, which no optimizer follows: so its code can
    /// come after the first frame (cmake/late-functions.txt).
    RunAnalysis (*analyse)(const Timeline& timeline, const RunReport& report,
                           std::size_t processors) = lab::analyse;
  };

  explicit Run(Context context) : context_(std::move(context)) {}

  /// On a fiber: reads the files and returns the report when all have ended. Cancelling that fiber cancels
  /// the run. A failing file has its row; the rest is unharmed, unless `ways` say otherwise. One run at a
  /// time.
  const RunReport& execute(std::span<const FileEntry> files, const Settings& settings, const Ways& ways = {});

  /// For `ReadOne`.
  bool read(const std::string& path);

  const RunReport& report() const { return report_; }

  /// It was done without any code of an exercise.
  bool is_plain() const { return ways_ == Ways(); }

  /// The row of a file of the list, or null if the run does not have it.
  const FileRow* row_of(FileNumber number) const;

  /// Forgets the last run. Not while one is under way.
  void reset();

 private:
  void prepare(std::span<const FileEntry> files, const Settings& settings);
  fiber::Wake announce();
  void refresh();
  void begin();
  void process_all();
  std::vector<std::string> paths() const;
  void run_in_order();
  void run_on_fibers();
  void process(FileRow& row);
  vfs::Wait wait_of(const FileRow& row) const;
  void end_row(FileRow& row);
  void cancel_rows_left();
  void end();
  void measure(double now_ms);
  bool has_slept() const;
  void enter(RunPhase phase);
  void notify();

  Context context_;
  Ways ways_;
  RunReport report_;
  std::unordered_map<FileNumber, std::size_t> row_of_;
  /// So many files are in work at once. For as long as a run processes files.
  std::optional<fiber::Semaphore> turns_;
  double begun_at_ms_ = 0;
  double begun_at_time_of_day_ms_ = 0;
};

}  // namespace weft::lab
