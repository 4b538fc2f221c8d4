#include "lab/lab.hpp"

#include <algorithm>
#include <chrono>

#include "fiber/scheduler.hpp"
#include "lab/format.hpp"
#include "vfs/file_system.hpp"

namespace weft::lab {

using fiber::Scheduler;

namespace {

double system_time_ms() {
  const auto since_epoch = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration<double, std::milli>(since_epoch).count();
}

}  // namespace

Lab::Lab(Environment environment)
    : environment_(std::move(environment)),
      run_({.files = environment_.files,
            .workers = environment_.workers,
            .frames = &frames_,
            .timeline = &timeline_,
            .time_of_day_ms = environment_.time_of_day_ms ? environment_.time_of_day_ms : system_time_ms,
            .on_row_ended = [this](const FileRow& row) { log_row(row); },
            .on_phase = [this] { revision_.bump(); },
            .on_progress = [this] { revision_.bump_soon(); }}) {
  Scheduler::get().set_observer(&timeline_);
  put_in_force(settings_);
  idle_.set();
}

Lab::~Lab() { Scheduler::get().set_observer(nullptr); }

void Lab::on_frame(double now_ms) {
  frames_.on_frame(now_ms);
  revision_.on_frame(now_ms);
  if (!is_busy() || now_ms - memory_measured_at_ms_ < memory_interval_ms) return;
  memory_measured_at_ms_ = now_ms;
  memory_.measure();
}

// Settings, choices and files.

void Lab::configure(const Settings& settings) {
  const Settings taken = clamped(settings);
  if (taken == settings_) return;
  settings_ = taken;
  if (environment_.on_remember) environment_.on_remember();
  if (!is_busy()) put_in_force(settings_);
  revision_.bump();
}

// What holds for every file that is opened from now on. A run may have settings of its own for as long as it
// lasts.
void Lab::put_in_force(const Settings& settings) {
  if (environment_.set_latency) environment_.set_latency(settings.latency_ms);
  environment_.files->set_open_limit(static_cast<std::size_t>(settings.max_open_files));
}

void Lab::choose(const Choices& choices) {
  if (choices == choices_) return;
  choices_ = choices;
  if (environment_.on_remember) environment_.on_remember();
  revision_.bump();
}

FileNumber Lab::add_file(std::string path, double size) {
  revision_.bump();
  return files_.add(std::move(path), size);
}

Answer Lab::remove_file(FileNumber number) {
  if (is_busy()) return refuse_while_busy();
  const FileEntry* entry = files_.find(number);
  if (entry == nullptr) return refuse("That file is not in the list any more.");
  const std::string path = entry->path;
  files_.remove(number);
  if (environment_.on_removed) environment_.on_removed(path);
  revision_.bump();
  return {};
}

Answer Lab::read_csv_as(const std::string& path, const text::CsvOptions& csv) {
  if (csv.delimiter && csv.delimiter == csv.quote)
    return refuse("One character cannot be separator and quote.");
  if (!files_.read_as(path, csv)) return refuse(lab::format("There is no file {} in the list.", path));
  const bool is_stepped =
      stepper_ && stepper_->unit() == StepUnit::rows && stepper_->sources().front().path == path;
  if (is_stepped) close_stepper();
  revision_.bump();
  return {};
}

Answer Lab::clear_files() {
  if (is_busy()) return refuse_while_busy();
  std::vector<std::string> paths;
  for (const FileEntry& entry : files_.entries()) paths.push_back(entry.path);
  files_.clear();
  run_.reset();
  if (environment_.on_removed) std::ranges::for_each(paths, environment_.on_removed);
  revision_.bump();
  return {};
}

// Activities.

void Lab::begin_activity(Activity activity) {
  activity_ = activity;
  idle_.reset();
  is_cancelling_ = false;
  notice_.clear();
  memory_.measure();
  memory_.reset_peak();
  revision_.bump();
}

// Before `done` is called, so that it may give the next command.
void Lab::end_activity() {
  activity_ = Activity::none;
  idle_.set();
  activity_fiber_ = 0;
  is_cancelling_ = false;
  put_in_force(settings_);
  memory_.measure();
  revision_.bump();
}

void Lab::cancel() {
  if (!can_cancel()) return;
  is_cancelling_ = true;
  Scheduler::get().cancel(activity_fiber_);
  revision_.bump();
}

Answer Lab::refuse(std::string words) {
  set_notice(words);
  return std::unexpected(Refusal{std::move(words)});
}

Answer Lab::refuse_while_busy() {
  return refuse(lab::format("{}: wait for its end, or cancel it.", to_words(activity_)));
}

// The log and the notice.

void Lab::clear_log() {
  log_.clear();
  revision_.bump();
}

void Lab::add_to_log(std::string line) {
  log_.add(std::move(line));
  revision_.bump();
}

void Lab::tell(const std::string& words) {
  add_to_log(words);
  set_notice(words);
}

void Lab::dismiss_notice() { set_notice(""); }

void Lab::set_notice(std::string words) {
  notice_ = std::move(words);
  revision_.bump();
}

}  // namespace weft::lab
