#include "lab/run.hpp"

#include <algorithm>
#include <cmath>

#include "fiber/scheduler.hpp"
#include "fiber/task_group.hpp"
#include "lab/frame_clock.hpp"
#include "lab/process_file.hpp"
#include "lab/settings.hpp"
#include "lab/timeline.hpp"
#include "reading/counting_pool.hpp"
#include "vfs/file_system.hpp"

namespace weft::lab {
namespace {

// Fibers that wait for their turn while others work: enough to see the queue, few enough that the stacks of a
// run over thousands of files stay small.
constexpr std::size_t fibers_in_queue = 32;

// The two clocks of a machine that is awake do not differ by as much, nor does a page that is alive stand
// still for as long.
constexpr double asleep_ms = 1000;
constexpr double stood_still_ms = 5000;

}  // namespace

std::string_view name_of(RunPhase phase) {
  switch (phase) {
    case RunPhase::idle:
      return "idle";
    case RunPhase::announced:
      return "announced";
    case RunPhase::running:
      return "running";
    case RunPhase::finished:
      return "finished";
    case RunPhase::cancelled:
      return "cancelled";
  }
  return "unknown";
}

Mode RunReport::mode() const { return settings->mode; }

float RunReport::progress() const {
  if (rows.empty()) return phase == RunPhase::finished ? 1 : 0;
  double all = 0;
  double done = 0;
  for (const FileRow& row : rows) {
    const double weight = std::max(1.0, row.size);
    all += weight;
    done += weight * (has_ended(row.status) ? 1 : row.progress);
  }
  return static_cast<float>(done / all);
}

const FileRow* Run::row_of(FileNumber number) const {
  const auto found = row_of_.find(number);
  return found == row_of_.end() ? nullptr : &report_.rows[found->second];
}

void Run::reset() {
  report_ = {};
  row_of_.clear();
}

const RunReport& Run::execute(std::span<const FileEntry> files, const Settings& settings, const Ways& ways) {
  ways_ = ways;
  prepare(files, settings);
  if (settings.mode != Mode::sync || announce() == fiber::Wake::resumed) {
    refresh();
    begin();
    process_all();
    cancel_rows_left();
    end();
  } else {
    begin();
    cancel_rows_left();
    end();
  }
  enter(report_.completed == report_.rows.size() ? RunPhase::finished : RunPhase::cancelled);
  return report_;
}

void Run::prepare(std::span<const FileEntry> files, const Settings& settings) {
  reset();
  report_.settings = KeptSettings(settings);
  report_.rows.reserve(files.size());
  for (const FileEntry& file : files) {
    row_of_.emplace(file.number, report_.rows.size());
    report_.rows.push_back({.number = file.number,
                            .path = file.path,
                            .name = file.name,
                            .size = file.size,
                            .csv_options = file.csv});
  }
}

fiber::Wake Run::announce() {
  enter(RunPhase::announced);
  return context_.frames->wait_until_shown();
}

// What opens while the thread is blocked cannot ask the browser, and what is skipped for its size is not even
// opened. If this fails, each file says what it finds.
void Run::refresh() {
  const bool may_skip = report_.settings->min_bytes > 0;
  std::vector<std::string> paths;
  for (const FileRow& row : report_.rows)
    if (may_skip || wait_of(row) == vfs::Wait::block) paths.push_back(row.path);
  [[maybe_unused]] const vfs::Result<void> refreshed = context_.files->refresh(paths);
}

void Run::begin() {
  begun_at_ms_ = fiber::Scheduler::get().now_ms();
  begun_at_time_of_day_ms_ = context_.time_of_day_ms();
  context_.files->reset_statistics();
  if (context_.workers != nullptr) context_.workers->reset_peak();
  context_.frames->begin(begun_at_ms_);
  context_.timeline->begin_run(begun_at_ms_, fiber::Scheduler::get().current());
  enter(RunPhase::running);
}

void Run::end() {
  const double now = fiber::Scheduler::get().now_ms();
  context_.frames->end(now);
  context_.timeline->end_run(now);
  measure(now);
  report_.was_hidden = context_.frames->was_hidden();
  report_.has_slept = has_slept();
  const std::size_t processors = context_.workers == nullptr ? 0 : context_.workers->most_workers();
  report_.analysis = context_.analyse(*context_.timeline, report_, processors);
}

// Some clocks stand still while the machine sleeps, others go on.
bool Run::has_slept() const {
  const double by_day_ms = context_.time_of_day_ms() - begun_at_time_of_day_ms_;
  if (std::abs(by_day_ms - report_.wall_ms) > asleep_ms) return true;
  // Where the page's thread counts without a pause, the page stands still as long as that takes.
  const bool may_freeze = std::ranges::any_of(
      report_.rows, [this](const FileRow& row) { return wait_of(row) == vfs::Wait::block; });
  return !may_freeze && !report_.was_hidden && report_.longest_frame_gap_ms > stood_still_ms;
}

void Run::measure(double now_ms) {
  report_.wall_ms = now_ms - begun_at_ms_;
  report_.peak_open_files = context_.files->peak_open_files();
  if (context_.workers != nullptr) report_.peak_workers = context_.workers->peak_busy();
  report_.reads = static_cast<std::size_t>(context_.files->reads());
  report_.frames = context_.frames->frames();
  report_.longest_frame_gap_ms = context_.frames->longest_gap_ms();
}

void Run::process_all() {
  const bool is_sync = report_.mode() == Mode::sync;
  turns_.emplace(is_sync ? 1 : static_cast<std::size_t>(report_.settings->concurrency));
  if (const auto own = is_sync ? ways_.one_by_one : ways_.at_once; own != nullptr) {
    own(paths(), ReadOne{*this});
  } else if (is_sync) {
    run_in_order();
  } else {
    run_on_fibers();
  }
  report_.peak_in_flight = turns_->peak();
}

std::vector<std::string> Run::paths() const {
  std::vector<std::string> paths;
  paths.reserve(report_.rows.size());
  for (const FileRow& row : report_.rows) paths.push_back(row.path);
  return paths;
}

bool Run::read(const std::string& path) {
  if (fiber::Scheduler::get().is_cancelled()) return false;
  FileRow& row = *std::ranges::find(report_.rows, path, &FileRow::path);
  row.fiber = fiber::Scheduler::get().current().id();
  if (const auto turn = turns_->acquire()) process(row);
  return row.status != FileStatus::failed;
}

bool ReadOne::operator()(const std::string& path) const { return run.read(path); }

void Run::run_in_order() {
  for (FileRow& row : report_.rows) {
    if (fiber::Scheduler::get().is_cancelled()) return;
    if (const auto turn = turns_->acquire()) process(row);
  }
}

void Run::run_on_fibers() {
  fiber::Semaphore queue(turns_->limit() + fibers_in_queue);
  fiber::TaskGroup group;
  for (FileRow& row : report_.rows) {
    auto place = queue.acquire();
    if (!place) break;
    row.fiber = group.spawn(row.name, [this, &row, place = std::move(*place)] {
      if (const auto turn = turns_->acquire()) process(row);
    });
  }
  (void)group.join();
}

void Run::process(FileRow& row) {
  const fiber::Fiber& self = fiber::Scheduler::get().current();
  row.fiber = self.id();
  const auto blocked_by_others = [this, &self] {
    return context_.timeline->blocked_ms() - self.time_in(fiber::Phase::blocking);
  };
  const double before_ms = blocked_by_others();
  process_file(row, {*context_.files, context_.workers, *report_.settings, ways_, wait_of(row), [&] {
                       row.stalled_ms = std::max(0.0, blocked_by_others() - before_ms);
                       notify();
                     }});
  row.stalled_ms = std::max(0.0, blocked_by_others() - before_ms);
  end_row(row);
}

vfs::Wait Run::wait_of(const FileRow& row) const {
  const bool blocks = report_.mode() == Mode::sync || row.path == ways_.blocking;
  return blocks ? vfs::Wait::block : vfs::Wait::suspend;
}

void Run::end_row(FileRow& row) {
  ++report_.ended;
  if (row.status != FileStatus::cancelled) row.order = static_cast<int>(++report_.completed);
  if (row.status == FileStatus::failed) ++report_.failed;
  if (row.status == FileStatus::done) {
    ++report_.totals.files;
    report_.totals.bytes += row.figures.bytes;
    report_.totals.lines += row.figures.lines;
    report_.totals.words += row.figures.words;
  }
  if (context_.on_row_ended) context_.on_row_ended(row);
  notify();
}

void Run::cancel_rows_left() {
  for (FileRow& row : report_.rows) {
    if (has_ended(row.status)) continue;
    row.status = FileStatus::cancelled;
    end_row(row);
  }
}

void Run::enter(RunPhase phase) {
  report_.phase = phase;
  if (context_.on_phase) context_.on_phase();
}

void Run::notify() {
  if (report_.phase == RunPhase::running) measure(fiber::Scheduler::get().now_ms());
  if (context_.on_progress) context_.on_progress();
}

}  // namespace weft::lab
