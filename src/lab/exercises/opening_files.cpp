// Exercises on handles and on what is suspended half-way.

#include "fiber/scheduler.hpp"
#include "lab/exercises/exercise_runner.hpp"
#include "lab/exercises/open_files.hpp"
#include "lab/format.hpp"
#include "reading/lines.hpp"

namespace weft::lab {
namespace {

std::vector<std::string> paths_of(std::span<const FileEntry> entries) {
  std::vector<std::string> paths;
  for (const FileEntry& entry : entries) paths.push_back(entry.path);
  return paths;
}

std::string about_leak_for_others(std::size_t failed, std::size_t files) {
  if (failed == files)
    return lab::format("Meanwhile nobody else could open anything either: all of {} failed.",
                       count_of(files, "file", "files"));
  return lab::format("Meanwhile {} of {} failed.", count(failed), count_of(files, "file", "files"));
}

/// Of a generator that was asked for lines, one by one.
std::string about_pulled(const std::string& name, int pulled, int wanted) {
  if (pulled < wanted)
    return lab::format("{} has no more than {}: the generator came to its end, and closed the file.", name,
                       plain_count_of(static_cast<std::uint64_t>(pulled), "line", "lines"));
  return lab::format(
      "Five lines of {} were asked for one by one, and the rest was never cut into lines. The generator "
      "stood at "
      "its yield in between; then it was closed half-way, and the file with it.",
      name);
}

}  // namespace

void ExerciseRunner::show_open_files() {
  report_.set("openFiles", "Open now", static_cast<double>(context_.files.open_files(vfs::Tenure::brief)));
  context_.revision.bump_soon();
}

void ExerciseRunner::leak_files() {
  vfs::FileSystem& files = context_.files;
  const std::vector<FileEntry> entries = samples();
  if (has_failed() || entries.empty()) return;
  report_.set("limit", "May be open at once", static_cast<double>(files.open_limit()));
  std::size_t at_its_worst = 0;
  std::string words;
  {
    std::vector<vfs::File> kept;
    const vfs::Error error = open_without_closing(files, paths_of(entries), kept, [&] { show_open_files(); });
    if (error.code == std::errc::operation_canceled) return;
    at_its_worst = files.open_files(vfs::Tenure::brief);
    words = lab::format("Open number {} failed. {} ", kept.size() + 1, vfs::to_words(error));
    (void)context_.frames.wait_until_shown();
    Settings settings = context_.preferences.settings();
    settings.mode = Mode::async;
    settings.min_bytes = 0;
    keep_rows(run_over(entries, settings));
  }
  show_open_files();
  report_.set("peakOpenFiles", "Open at the worst moment", static_cast<double>(at_its_worst));
  report_.message = words +
                    about_leak_for_others(static_cast<std::size_t>(report_["failed"]), report_.rows.size()) +
                    " When the objects that held them were destroyed, all of them were closed.";
}

void ExerciseRunner::close_by_scope() {
  vfs::FileSystem& files = context_.files;
  const std::vector<FileEntry> entries = samples();
  if (has_failed() || entries.empty()) return;
  const auto limit = static_cast<int>(files.open_limit());
  const int times = 2 * limit;
  report_.set("limit", "May be open at once", limit);
  files.reset_statistics();
  const auto outcome = open_in_a_scope(files, paths_of(entries), times, [this] { show_open_files(); });
  if (!outcome) return fail(outcome.error());
  show_open_files();
  report_.set("opened", "Opened in all", times);
  report_.set("peakOpenFiles", "Open at the worst moment", static_cast<double>(files.peak_open_files()));
  report_.message = lab::format(
      "{} files were opened, twice as many as may be open, and no open failed: each was closed at the end "
      "of its scope, before the next.",
      times);
}

void ExerciseRunner::limit_open_files() {
  vfs::FileSystem& files = context_.files;
  const std::vector<FileEntry> entries = samples();
  if (has_failed() || entries.empty()) return;
  constexpr int times = 2 * exercise_limit_max;
  Settings settings = quiet_settings();
  settings.latency_ms = 5;
  context_.in_force.put(settings);
  files.reset_statistics();
  report_.set("limit", "Permits of the semaphore", options_.limit);
  const auto outcome =
      open_behind_a_semaphore(files, paths_of(entries), times, static_cast<std::size_t>(options_.limit),
                              [this] { show_open_files(); });
  if (!outcome) return fail(outcome.error());
  show_open_files();
  const std::size_t peak = files.peak_open_files();
  report_.set("opened", "Opened in all", times);
  report_.set("peakOpenFiles", "High-water mark", static_cast<double>(peak));
  report_.message = lab::format("{} wanted a file at the same moment; {} at most had one open.",
                                count_of(static_cast<std::uint64_t>(times), "fiber", "fibers"), peak);
}

// snippet step-generator
void ExerciseRunner::step_generator() {
  vfs::FileSystem& files = context_.files;
  const std::vector<FileEntry> entries = samples();
  if (has_failed() || entries.empty()) return;
  auto file = vfs::File::open(files, entries.front().path);
  if (!file) return fail(file.error());
  constexpr int wanted = 5;
  int pulled = 0;
  std::uint64_t bytes = 0;
  {
    reading::Lines lines = reading::lines(std::move(*file), {.chunk_bytes = 256});
    for (const text::Line& line : lines) {  // asks the generator for the next line
      bytes = line.offset + line.text.size();
      show_open_files();
      if (++pulled == wanted) break;
    }
    if (lines.error()) return fail(*lines.error());
    report_.set("openHalfWay", "Open half-way", static_cast<double>(files.open_files(vfs::Tenure::brief)));
  }  // leaving the scope ends the generator where it stands
  // end snippet
  show_open_files();
  report_.set("lines", "Lines pulled", pulled);
  report_.set("bytes", "Bytes up to there", static_cast<double>(bytes), Unit::bytes);
  report_.set("fileBytes", "Bytes in the file", entries.front().size, Unit::bytes);
  report_.message = about_pulled(entries.front().name, pulled, wanted);
}

}  // namespace weft::lab
