#pragma once

#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "fiber/event.hpp"
#include "fiber/scheduler.hpp"
#include "lab/activity.hpp"
#include "lab/answer.hpp"
#include "lab/choices.hpp"
#include "lab/comparison.hpp"
#include "lab/exercises/exercise.hpp"
#include "lab/file_list.hpp"
#include "lab/frame_clock.hpp"
#include "lab/lesson.hpp"
#include "lab/log.hpp"
#include "lab/mastery.hpp"
#include "lab/memory.hpp"
#include "lab/revision.hpp"
#include "lab/run.hpp"
#include "lab/samples.hpp"
#include "lab/settings.hpp"
#include "lab/stepper.hpp"
#include "lab/summary_report.hpp"
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
  /// "shared-buffer" or "sync-xhr".
  std::string blocking_reads = "shared-buffer";
  /// The time of day, in ms, which goes on while the machine sleeps. Empty: the system's.
  std::function<double()> time_of_day_ms = {};
};

/// What the page does, without drawing. It owns the whole model.
///
/// Reading it is cheap, and every value is valid between two frames. Commands are called from a frame or from
/// JavaScript, never on a fiber: they do not suspend. They answer at once whether they were taken; what they
/// do goes on on fibers. A refused command leaves its words in `notice`, so a button may ignore the answer.
/// Callbacks named `done` are called once, on a fiber, and must not wait; they are not called if the command
/// was refused.
class Lab {
 public:
  explicit Lab(Environment environment);
  /// Nothing may be under way.
  ~Lab();
  Lab(const Lab&) = delete;
  Lab& operator=(const Lab&) = delete;

  /// Once: takes the samples of an earlier visit into the list, or writes them on the first visit; after what
  /// is under way, if anything is. `ready` is called when the list is as it should be, or the reason why it
  /// cannot be is in `notice`.
  void start(std::function<void()> ready = {});

  /// At the start of every animation frame, before anything is drawn.
  void on_frame(double now_ms);

  /// Whenever the page is hidden or shown again.
  void on_visibility(bool is_hidden) { frames_.on_visibility(is_hidden); }

  /// Draw when it differs from what was drawn last.
  std::uint64_t revision() const { return revision_.value(); }

  // The model.

  const Settings& settings() const { return settings_; }
  const Choices& choices() const { return choices_; }
  const FileList& files() const { return files_; }
  const Run& run() const { return run_; }
  const Comparison& comparison() const { return comparison_; }
  LessonStep lesson() const { return lesson_; }
  /// How an exercise went, the last time it was done.
  const ExerciseReport& exercise(Exercise exercise) const {
    return exercises_.at(static_cast<std::size_t>(exercise));
  }
  /// The one that is under way; nothing if none is.
  std::optional<Exercise> current_exercise() const;
  const SummaryReport& summary() const { return summary_; }
  /// There is a run that has ended, and none under way: what a summary is made of.
  bool has_results() const;
  /// False where what is written is gone with the page.
  bool is_storage_lasting() const { return is_storage_lasting_; }
  const Mastery& mastery() const { return mastery_; }
  const Log& log() const { return log_; }
  const Timeline& timeline() const { return timeline_; }
  const FrameClock& frames() const { return frames_; }
  const MemoryFigures& memory() const { return memory_.figures(); }
  const std::string& blocking_reads() const { return environment_.blocking_reads; }
  Activity activity() const { return activity_; }
  bool is_busy() const { return activity_ != Activity::none; }
  /// True while a press of Cancel can do something.
  bool can_cancel() const { return is_busy() && !is_cancelling_; }
  /// The last thing a person should know: a refusal, or a failure that has no row. Empty if there is none.
  const std::string& notice() const { return notice_; }
  /// The stepper of the panel; null before the first `open_stepper`, and after `close_stepper`.
  Stepper* stepper() { return stepper_.get(); }

  // Commands.

  /// Taken as far as in range. Takes effect with the next run or stepper.
  void configure(const Settings& settings);
  void choose(const Choices& choices);

  /// Adds a file that the file system knows under `path`. `size` in bytes, or -1 if not known. Allowed at any
  /// time; a run that is under way does not see it.
  FileNumber add_file(std::string path, double size);
  Answer remove_file(FileNumber number);
  Answer clear_files();
  /// From the next run and the next stepper on a file of the list is read as CSV so; what is not told is
  /// guessed.
  Answer read_csv_as(const std::string& path, const text::CsvOptions& csv);

  using RunDone = std::function<void(const RunReport&)>;
  using CompareDone = std::function<void(const CompareReport&)>;
  using SamplesDone = std::function<void(const vfs::Result<std::vector<SampleFile>>&)>;
  using SummaryDone = std::function<void(const vfs::Result<std::string>&)>;
  using LessonDone = std::function<void(LessonStep)>;
  using ExerciseDone = std::function<void(const ExerciseReport&)>;

  /// Runs over the list with the present settings, or with others for this once. Refused where the settings
  /// must make files fail, as a comparison and a lesson are; see `why_it_must_fail`.
  Answer start_run(RunDone done = {});
  Answer start_run(const Settings& settings, RunDone done);
  Answer start_comparison(CompareOptions options = {}, CompareDone done = {});
  /// Writes the samples anew and puts them into the list, in place of samples that were there.
  Answer start_samples(const SampleOptions& options = {}, SamplesDone done = {});
  /// Samples, sync run, async run, generator demo, all in the log; runs over the samples only.
  Answer start_lesson(LessonDone done = {});
  /// Shows something that goes right or wrong. Runs over the samples, with settings of its own.
  Answer start_exercise(Exercise exercise, const ExerciseOptions& options = {}, ExerciseDone done = {});
  /// Writes the results of the last run beside the samples; `done` gets the path. Until the new file is whole
  /// the old one stays. A failure is in `notice` too, and leaves the results as they are.
  Answer write_summary(SummaryFormat format, SummaryDone done = {});
  /// The same, then reads the file back and offers what was read as a download.
  Answer download_summary(SummaryFormat format, SummaryDone done = {});
  /// Ends what is under way, as soon as it waits. Does nothing if nothing is.
  void cancel();

  /// Opens the panel's stepper over one file, or over the whole list; the one before is closed.
  Answer open_stepper(std::optional<FileNumber> file, StepUnit unit = StepUnit::lines);
  void close_stepper();
  /// An independent stepper, owned by the caller, who destroys it before the lab. No paths: the whole list.
  std::unique_ptr<Stepper> make_stepper(std::span<const std::string> paths, StepUnit unit = StepUnit::lines);

  /// What is written from now on is kept in memory only.
  void set_storage_fleeting();
  /// What an earlier visit remembered, in place of what there is.
  void recall_mastery(const Mastery& mastery);
  void reset_mastery();

  void clear_log();
  /// A line that somebody else has to say.
  void add_to_log(std::string line);
  void dismiss_notice();
  void set_notice(std::string words);
  /// What a person should know although no command of theirs is refused: in `notice`, and in the log.
  void tell(const std::string& words);

 private:
  friend class ExerciseRunner;

  // Any type of body, as it waits: Asyncify follows calls, not pointers to functions.
  template <class F>
  Answer start_activity(Activity activity, F&& body) {
    if (is_busy()) return refuse_while_busy();
    begin_activity(activity);
    activity_fiber_ = fiber::Scheduler::get().spawn(std::string(name_of(activity)), std::forward<F>(body));
    return {};
  }
  void start_when_idle(std::function<void()> ready);
  void begin_activity(Activity activity);
  void end_activity();
  void put_in_force(const Settings& settings);
  Answer refuse(std::string words);
  Answer refuse_while_busy();
  /// Refused if something is under way, or if a run over these files must fail.
  Answer check(const Settings& settings, std::span<const FileEntry> files);

  const RunReport& run_over(std::span<const FileEntry> files, const Settings& settings);
  const RunReport& run_and_log(std::span<const FileEntry> files, const Settings& settings);
  void log_row(const FileRow& row);
  void run_contenders(std::span<const FileEntry> files);
  void log_comparison(const CompareReport& report);

  vfs::Result<std::vector<SampleFile>> create_samples(const SampleOptions& options);
  void take_or_create_samples();
  void take_samples_into_list(const std::vector<SampleFile>& samples);
  std::vector<FileEntry> sample_entries() const;

  Answer start_summary(SummaryFormat format, bool is_download, SummaryDone done);
  vfs::Result<void> create_summary(SummaryFormat format, bool is_download);
  vfs::Result<void> offer_summary(SummaryFormat format);
  void end_summary(const vfs::Result<void>& created, bool is_download);

  void note(Skill skill);
  void note_run(const RunReport& report);
  void note_comparison(const CompareReport& report);

  void run_lesson();
  void run_demo(std::span<const FileEntry> files);
  void enter(LessonStep step);

  Stepper::Options stepper_options(StepUnit unit);
  Stepper::Options logging_stepper_options(StepUnit unit);

  static constexpr double memory_interval_ms = 500;

  Environment environment_;
  Revision revision_;
  Settings settings_;
  Choices choices_;
  FileList files_;
  Log log_;
  Timeline timeline_;
  FrameClock frames_;
  MemoryGauge memory_;
  Run run_;
  Comparison comparison_;
  LessonStep lesson_ = LessonStep::idle;
  std::array<ExerciseReport, exercise_count> exercises_;
  Exercise current_exercise_ = Exercise::parse_csv;
  SummaryReport summary_;
  bool is_storage_lasting_ = true;
  Mastery mastery_;
  std::unique_ptr<Stepper> stepper_;
  std::string notice_;
  Activity activity_ = Activity::none;
  fiber::FiberId activity_fiber_ = 0;
  /// Set while nothing is under way.
  fiber::Event idle_;
  bool is_cancelling_ = false;
  bool logs_rows_ = false;
  double memory_measured_at_ms_ = 0;
};

}  // namespace weft::lab
