// Exercises on runs: what they leave out, what they leave behind, and what fails in them.

#include <algorithm>

#include "fiber/scheduler.hpp"
#include "lab/csv_files.hpp"
#include "lab/exercises/exercise_runner.hpp"
#include "lab/exercises/running_words.hpp"
#include "lab/format.hpp"

namespace weft::lab {
namespace {

// Long enough that all files wait when the first of them fails, short enough not to bore.
constexpr double latency_ms = 20;

std::size_t whole(double figure) { return static_cast<std::size_t>(figure); }

}  // namespace

std::vector<FileEntry> ExerciseRunner::csv_files() {
  std::vector<FileEntry> entries;
  std::ranges::copy_if(context_.list.list().entries(), std::back_inserter(entries),
                       [](const FileEntry& entry) { return is_csv_name(entry.name); });
  if (!entries.empty()) return entries;
  FileEntry people = write("people.csv", csv_sample_text());
  if (has_failed()) return {};
  people.number = context_.list.add(people.path, people.size);
  return {people};
}

void ExerciseRunner::parse_csv() {
  const std::vector<FileEntry> files = csv_files();
  if (has_failed() || fiber::Scheduler::get().is_cancelled()) return;
  keep_rows(run_over(files, quiet_settings()));
  const FileRow& row = report_.rows.front();
  report_.message = what_became_of(row);
  if (row.status != FileStatus::done || !row.csv) return;
  report_.set("rows", "Rows of the first file", static_cast<double>(row.csv->rows));
  report_.set("columns", "Columns", static_cast<double>(row.csv->columns));
  report_.set("badRows", "Bad rows", static_cast<double>(row.csv->bad_rows));
  const std::string where =
      row.csv->bad_lines.empty() ? "" : lab::format(", the first on line {}", row.csv->bad_lines.front());
  report_.message = lab::format(
      "{} has {} of {}{}. Bad rows: {}{}.", row.name, plain_count_of(row.csv->rows, "row", "rows"),
      plain_count_of(row.csv->columns, "field", "fields"),
      row.csv->layout.has_header ? " below its header" : " and no header", row.csv->bad_rows, where);
}

// snippet skip-small-files
void ExerciseRunner::skip_small_files() {
  std::vector<FileEntry> files = samples();
  files.push_back(write("tiny.txt", "Too small to be worth a fiber.\n"));
  if (has_failed()) return;
  Settings settings = quiet_settings();
  settings.min_bytes = 100;
  keep_rows(run_over(files, settings));
  const FileRow& tiny = report_.rows.back();
  report_.set("totalBytes", "Bytes in the totals",
              static_cast<double>(context_.runs.run().report().totals.bytes), Unit::bytes);
  report_.message = what_became_of(tiny);
  if (tiny.status == FileStatus::skipped) report_.message += " The totals leave it out.";
}
// end snippet

void ExerciseRunner::write_results() {
  if (!context_.runs.has_results()) run_over(samples(), quiet_settings());
  if (has_failed()) return;
  for (const SummaryFormat format : summary_formats) {
    if (const auto saved = context_.results.save(format); !saved) return fail(saved.error());
    report_.set(name_of(format), title_of(format), context_.results.summary().size, Unit::bytes);
  }
  report_.message = lab::format(
      "The results of {} were written into {}, as CSV, JSON and Markdown, while the page went on.",
      count_of(context_.runs.run().report().rows.size(), "file", "files"), context_.samples.directory());
}

// snippet missing-file
void ExerciseRunner::run_with_a_missing_file(fiber::OnFailure on_failure) {
  std::vector<FileEntry> files = samples();
  if (has_failed()) return;
  const auto place = files.begin() + std::min<std::ptrdiff_t>(2, std::ssize(files));
  files.insert(place, entry_of(context_.samples.directory() + "/no_such_file.txt", -1));
  Settings settings = quiet_settings();
  settings.latency_ms = std::max(settings.latency_ms, latency_ms);
  keep_rows(run_over(files, settings, {.on_failure = on_failure}));
  // end snippet
  report_.message = about_failures({.failed = whole(report_["failed"]),
                                    .cancelled = whole(report_["cancelled"]),
                                    .done = whole(report_["done"])},
                                   on_failure == fiber::OnFailure::cancel_rest);
}

// snippet blocking-call
void ExerciseRunner::block_among_others() {
  const std::vector<FileEntry> files = samples();
  if (has_failed() || files.empty()) return;
  Settings settings = quiet_settings();
  settings.latency_ms = std::max(settings.latency_ms, latency_ms);
  settings.chunk_bytes = 256;  // several reads a file
  const RunReport& friendly = run_over(files, settings);
  const double friendly_gap_ms = friendly.longest_frame_gap_ms;
  const double blocked_before_ms = context_.timeline.blocked_ms();
  const RunReport& blocked = run_over(files, settings, {.blocking = files.back().path});
  // end snippet
  keep_rows(blocked);
  double lost_ms = 0;
  for (const FileRow& row : report_.rows) lost_ms += row.stalled_ms;
  const double blocked_ms = context_.timeline.blocked_ms() - blocked_before_ms;
  report_.set("blockedMs", "The thread was blocked", blocked_ms, Unit::milliseconds);
  report_.set("lostMs", "Lost by the other fibers together", lost_ms, Unit::milliseconds);
  report_.set("frameGapMs", "Longest time without a frame", blocked.longest_frame_gap_ms, Unit::milliseconds);
  report_.set("friendlyFrameGapMs", "The same without the blocking call", friendly_gap_ms,
              Unit::milliseconds);
  report_.message = about_blocking(report_.rows, blocked_ms);
}

}  // namespace weft::lab
