#include "lab/lab.hpp"

#include <chrono>

#include "fiber/scheduler.hpp"

namespace weft::lab {

using fiber::Scheduler;

namespace {

double system_time_ms() {
  const auto since_epoch = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration<double, std::milli>(since_epoch).count();
}

}  // namespace

Lab::Lab(const Environment& environment)
    : file_system_(*environment.files),
      in_force_(*environment.files, environment.set_latency),
      runs_({.run = {.files = environment.files,
                     .workers = environment.workers,
                     .frames = &frames_,
                     .timeline = &timeline_,
                     .time_of_day_ms =
                         environment.time_of_day_ms ? environment.time_of_day_ms : system_time_ms},
             .in_force = in_force_,
             .preferences = preferences_,
             .files = files_,
             .activities = activities_,
             .checklist = checklist_,
             .log = log_,
             .revision = revision_,
             .blocking_reads = environment.blocking_reads,
             .offer_download = environment.offer_download}),
      results_({.files = *environment.files,
                .directory = environment.sample_directory,
                .runs = runs_,
                .activities = activities_,
                .checklist = checklist_,
                .log = log_,
                .revision = revision_,
                .offer_download = environment.offer_download}),
      samples_({.files = *environment.files,
                .directory = environment.sample_directory,
                .list = files_,
                .activities = activities_,
                .checklist = checklist_,
                .log = log_,
                .revision = revision_}),
      stepping_({.files = *environment.files,
                 .preferences = preferences_,
                 .list = files_,
                 .activities = activities_,
                 .checklist = checklist_,
                 .log = log_,
                 .revision = revision_}),
      lesson_({.preferences = preferences_,
               .samples = samples_,
               .runs = runs_,
               .stepping = stepping_,
               .activities = activities_,
               .revision = revision_}),
      exercises_({.files = *environment.files,
                  .directory = environment.exercise_directory,
                  .preferences = preferences_,
                  .in_force = in_force_,
                  .list = files_,
                  .samples = samples_,
                  .runs = runs_,
                  .results = results_,
                  .activities = activities_,
                  .checklist = checklist_,
                  .frames = frames_,
                  .timeline = timeline_,
                  .log = log_,
                  .revision = revision_}),
      code_(environment.fetch_code, revision_) {
  Scheduler::get().set_observer(&timeline_);
  file_system_.set_observer(&timeline_);
  in_force_.put(preferences_.settings());
  wire(environment);
}

Lab::~Lab() {
  Scheduler::get().set_observer(nullptr);
  file_system_.set_observer(nullptr);
}

// Who hears of what. A run may have settings of its own for as long as it lasts.
void Lab::wire(const Environment& environment) {
  preferences_.changed().connect([this] {
    if (!activities_.is_busy()) in_force_.put(preferences_.settings());
  });
  activities_.began().connect([this] {
    memory_.measure();
    memory_.reset_peak();
  });
  activities_.ended().connect([this] {
    in_force_.put(preferences_.settings());
    memory_.measure();
  });
  files_.cleared().connect([this] { runs_.reset(); });
  files_.reread().connect([this](const std::string& path) { stepping_.close_rows_of(path); });
  runs_.began().connect([this] { results_.reset(); });
  if (environment.on_removed) files_.removed().connect(environment.on_removed);
  if (!environment.on_remember) return;
  preferences_.changed().connect(environment.on_remember);
  checklist_.changed().connect(environment.on_remember);
}

void Lab::on_frame(double now_ms) {
  frames_.on_frame(now_ms);
  exercises_.on_frame();
  revision_.on_frame(now_ms);
  if (!activities_.is_busy() || now_ms - memory_measured_at_ms_ < memory_interval_ms) return;
  memory_measured_at_ms_ = now_ms;
  memory_.measure();
}

}  // namespace weft::lab
