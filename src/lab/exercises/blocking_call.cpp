#include <algorithm>

#include "lab/exercises/attempt.hpp"
#include "lab/exercises/exercise_list.hpp"
#include "lab/format.hpp"
#include "lab/settings.hpp"
#include "vfs/file_system.hpp"

namespace weft::lab {

// The tests call it too.
std::string about_blocking(std::span<const FileRow> rows, double blocked_ms) {
  const FileRow& blocking = rows.back();
  if (blocking.status != FileStatus::done) return what_became_of(blocking);
  const std::string works = lab::format("It works, and {} got its bytes.", blocking.name);
  if (blocked_ms <= 0)
    return works + " But it blocked the thread for a shorter time than this browser's clock can tell.";
  const std::string others =
      rows.size() == 1 ? ""
                       : lab::format("not the other {}, and ", count_of(rows.size() - 1, "fiber", "fibers"));
  return lab::format("{} But while it blocked the thread for {}, nobody else could move: {}not the page.",
                     works, milliseconds(blocked_ms), others);
}

namespace {

// clang-format off
// Of most files: the fiber waits for each read.
vfs::Result<vfs::File> open(
    vfs::FileSystem& files, const std::string& path) {
  return vfs::File::open(
      files, path, {.wait = vfs::Wait::suspend});
}

// Of the last one: the thread waits, and all on it.
vfs::Result<vfs::File> open_blocking(
    vfs::FileSystem& files, const std::string& path) {
  return vfs::File::open(
      files, path, {.wait = vfs::Wait::block});
}
// clang-format on

vfs::Result<std::string> run(Attempt& attempt) {
  const auto files = attempt.samples();
  if (!files) return failed(files.error());
  Settings settings = *attempt.slow_settings();
  settings.chunk_bytes = 256;  // several reads a file
  const double friendly_gap_ms = attempt.run(*files, settings, {.open = open}).longest_frame_gap_ms;
  const double blocked_before_ms = attempt.parts.timeline.blocked_ms();
  const RunReport& run = attempt.run(
      *files, settings, {.blocking = files->back().path, .open = open, .open_blocking = open_blocking});
  attempt.keep_rows(run);
  double lost_ms = 0;
  for (const FileRow& row : run.rows) lost_ms += row.stalled_ms;
  const double blocked_ms = attempt.parts.timeline.blocked_ms() - blocked_before_ms;
  ExerciseReport& report = attempt.report;
  report.set("blockedMs", "The thread was blocked", blocked_ms, Unit::milliseconds);
  report.set("lostMs", "Lost by the other fibers together", lost_ms, Unit::milliseconds);
  report.set("frameGapMs", "Longest time without a frame", run.longest_frame_gap_ms, Unit::milliseconds);
  report.set("friendlyFrameGapMs", "The same without the blocking call", friendly_gap_ms, Unit::milliseconds);
  return about_blocking(run.rows, blocked_ms);
}

}  // namespace

const Exercise blocking_call = {
    .id = "blocking-call",
    .group = ExerciseGroup::break_it,
    .title = "A blocking call in async code",
    .task = "Let one fiber of many read with the blocking call. It works. Watch the others.",
    .button = "Block among others",
    .look_at = "One word differs: how the file is opened.",
    .extra = ExerciseExtra::none,
    .run = run,
    .evidence = {},
};

}  // namespace weft::lab
