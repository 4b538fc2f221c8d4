#include "lab/exercises/attempt.hpp"
#include "lab/exercises/exercise_list.hpp"
#include "lab/format.hpp"
#include "vfs/file_system.hpp"

namespace weft::lab {
namespace {

// clang-format off
// Opens so many files, one after another.
vfs::Result<void> open_in_a_scope(
    vfs::FileSystem& files,
    std::span<const std::string> paths,
    std::size_t times) {
  for (std::size_t turn = 0; turn < times; ++turn) {
    const auto& path = paths[turn % paths.size()];
    auto file = vfs::File::open(files, path);
    if (!file) return std::unexpected(file.error());
  }  // ~File closes it here, on every way out
  return {};
}
// clang-format on

vfs::Result<std::string> run(Attempt& attempt) {
  vfs::FileSystem& files = attempt.parts.files;
  const auto entries = attempt.samples();
  if (!entries) return failed(entries.error());
  const std::size_t limit = files.open_limit();
  const std::size_t times = 2 * limit;
  attempt.report.set("limit", "May be open at once", static_cast<double>(limit));
  attempt.show_open_files();
  files.reset_statistics();
  const auto opened = open_in_a_scope(files, paths_of(*entries), times);
  if (!opened) return failed(opened.error());
  attempt.show_open_files();
  attempt.report.set("opened", "Opened in all", static_cast<double>(times));
  attempt.report.set("peakOpenFiles", "Open at the worst moment",
                     static_cast<double>(files.peak_open_files()));
  return lab::format(
      "{} files were opened, twice as many as may be open, and no open failed: each was closed at the end "
      "of its scope, before the next.",
      times);
}

std::string evidence_of(const ExerciseReport& report) {
  return lab::format("With a scope for each, {} were opened, and never more than {} was open.",
                     count_of(static_cast<std::uint64_t>(report["opened"]), "file", "files"),
                     count(static_cast<std::uint64_t>(report["peakOpenFiles"])));
}

}  // namespace

const Exercise close_by_scope = {
    .id = "close-by-scope",
    .group = ExerciseGroup::fix,
    .title = "Close by scope",
    .task = "Open twice as many files as may be open at once, each in a scope of its own.",
    .button = "Open in a scope",
    .look_at = "The file's destructor closes it on every way out.",
    .extra = ExerciseExtra::none,
    .run = run,
    .evidence = {question("why-a-scope"), evidence_of},
};

}  // namespace weft::lab
