#include "lab/exercises/exercise_runner.hpp"

#include <algorithm>
#include <array>

#include "fiber/scheduler.hpp"
#include "lab/format.hpp"
#include "vfs/file_system.hpp"

namespace weft::lab {

void ExerciseRunner::run(Exercise exercise) {
  report_ = {.phase = ExercisePhase::running};
  do_exercise(exercise);
  if (fiber::Scheduler::get().is_cancelled()) {
    report_.phase = ExercisePhase::cancelled;
    report_.message = "Cancelled.";
  } else if (!has_failed()) {
    report_.phase = ExercisePhase::finished;
  }
}

void ExerciseRunner::do_exercise(Exercise exercise) {
  switch (exercise) {
    case Exercise::parse_csv:
      return parse_csv();
    case Exercise::skip_small_files:
      return skip_small_files();
    case Exercise::write_results:
      return write_results();
    case Exercise::missing_file:
      return run_with_a_missing_file(fiber::OnFailure::cancel_rest);
    case Exercise::leak_files:
      return leak_files();
    case Exercise::blocking_call:
      return block_among_others();
    case Exercise::handle_missing_file:
      return run_with_a_missing_file(fiber::OnFailure::keep_going);
    case Exercise::close_by_scope:
      return close_by_scope();
    case Exercise::limit_open_files:
      return limit_open_files();
    case Exercise::add_latency:
      return add_latency();
    case Exercise::add_computing:
      return add_computing();
    case Exercise::step_generator:
      return step_generator();
    case Exercise::use_workers:
      return use_workers();
  }
}

// What exercises have in common.

std::vector<FileEntry> ExerciseRunner::samples() {
  vfs::FileSystem& files = context_.files;
  const std::string& directory = context_.samples.directory();
  auto present =
      files.refresh(std::array{directory}).and_then([&] { return list_samples(files, directory); });
  if (present && present->empty()) present = write_samples(files, directory, {});
  if (!present) {
    fail(present.error());
    return {};
  }
  std::vector<FileEntry> entries;
  for (const SampleFile& sample : *present) entries.push_back(entry_of(sample.path, sample.size));
  return entries;
}

std::vector<FileEntry> ExerciseRunner::large_texts() {
  constexpr int count = 4;
  constexpr int lines = 50'000;
  std::vector<FileEntry> entries;
  for (int number = 1; number <= count && !has_failed(); ++number) {
    entries.push_back(write(lab::format("text_{}.txt", number), sample_text(number, {.lines = lines})));
  }
  return entries;
}

FileEntry ExerciseRunner::write(const std::string& name, std::string_view text) {
  const std::string path = lab::format("{}/{}", context_.directory, name);
  if (const auto written = context_.files.write_file(path, text); !written) fail(written.error());
  return entry_of(path, static_cast<double>(text.size()));
}

FileEntry ExerciseRunner::entry_of(const std::string& path, double size) const {
  const FileEntry* listed = context_.list.list().find(path);
  return {.number = listed != nullptr ? listed->number : 0,
          .path = path,
          .name = display_name(path),
          .size = size};
}

/// The person's settings, without those that would hide what an exercise shows.
Settings ExerciseRunner::quiet_settings() const {
  Settings settings = context_.preferences.settings();
  settings.mode = Mode::async;
  settings.min_bytes = 0;
  settings.cpu_passes = 1;
  settings.max_open_files = std::max(settings.max_open_files, 64);
  settings.concurrency = settings.max_open_files;
  return clamped(settings);
}

const RunReport& ExerciseRunner::run_over(std::span<const FileEntry> files, const Settings& settings,
                                          const RunOptions& options) {
  const RunReport& report = context_.runs.execute(files, settings, options);
  context_.checklist.note(report);
  return report;
}

void ExerciseRunner::keep_rows(const RunReport& run) {
  report_.rows = run.rows;
  report_.set("done", "Read to the end", 0);
  const auto count = [&](std::string_view key, std::string_view label, FileStatus status) {
    const auto number = std::ranges::count(run.rows, status, &FileRow::status);
    if (number > 0) report_.set(key, label, static_cast<double>(number));
  };
  count("done", "Read to the end", FileStatus::done);
  count("failed", "Failed", FileStatus::failed);
  count("cancelled", "Cancelled", FileStatus::cancelled);
  count("skipped", "Skipped", FileStatus::skipped);
}

void ExerciseRunner::fail(const vfs::Error& error) {
  if (error.code == std::errc::operation_canceled) return;
  report_.phase = ExercisePhase::failed;
  report_.message = vfs::to_words(error);
}

}  // namespace weft::lab
