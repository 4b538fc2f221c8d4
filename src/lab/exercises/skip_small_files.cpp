#include "lab/exercises/attempt.hpp"
#include "lab/exercises/exercise_list.hpp"
#include "lab/format.hpp"
#include "lab/settings.hpp"
#include "vfs/file_system.hpp"

namespace weft::lab {
namespace {

// clang-format off
// Whether a file is not worth a fiber.
bool is_too_small(const vfs::FileSystem& files,
                  const std::string& path) {
  const auto stat = files.stat(path);
  return stat && stat->size < 100;
}
// clang-format on

vfs::Result<std::string> run(Attempt& attempt) {
  auto files = attempt.samples();
  if (!files) return failed(files.error());
  const auto tiny = attempt.write("tiny.txt", "Too small to be worth a fiber.\n");
  if (!tiny) return failed(tiny.error());
  files->push_back(*tiny);
  Settings settings = *attempt.quiet_settings();
  settings.min_bytes = 100;
  const RunReport& run = attempt.run(*files, settings, {.leaves_out = is_too_small});
  attempt.keep_rows(run);
  attempt.report.set("totalBytes", "Bytes in the totals", static_cast<double>(run.totals.bytes), Unit::bytes);
  const FileRow& row = run.rows.back();
  return what_became_of(row) + (row.status == FileStatus::skipped ? " The totals leave it out." : "");
}

}  // namespace

const Exercise skip_small_files = {
    .id = "skip-small-files",
    .group = ExerciseGroup::alter,
    .title = "Skip small files",
    .task = "Leave out every file under 100 bytes. A tiny one is written for it.",
    .button = "Skip under 100 bytes",
    .look_at = "The size is known before anything is opened.",
    .extra = ExerciseExtra::none,
    .run = run,
    .evidence = {},
};

}  // namespace weft::lab
