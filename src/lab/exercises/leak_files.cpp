#include "lab/exercises/attempt.hpp"
#include "lab/exercises/exercise_list.hpp"
#include "lab/format.hpp"
#include "lab/settings.hpp"
#include "vfs/file_system.hpp"

namespace weft::lab {
namespace {

// clang-format off
// Opens files in turns until one fails, and why.
vfs::Error open_without_closing(
    vfs::FileSystem& files,
    std::span<const std::string> paths,
    std::vector<vfs::File>& kept) {
  while (true) {
    const auto turn = kept.size() % paths.size();
    auto file = vfs::File::open(files, paths[turn]);
    if (!file) return file.error();  // EMFILE
    kept.push_back(std::move(*file));
  }
}
// clang-format on

std::string about_others(std::size_t failed, std::size_t files) {
  if (failed == files)
    return lab::format("Meanwhile nobody else could open anything either: all of {} failed.",
                       count_of(files, "file", "files"));
  return lab::format("Meanwhile {} of {} failed.", count(failed), count_of(files, "file", "files"));
}

vfs::Result<std::string> run(Attempt& attempt) {
  vfs::FileSystem& files = attempt.parts.files;
  const auto entries = attempt.samples();
  if (!entries) return failed(entries.error());
  ExerciseReport& report = attempt.report;
  report.set("limit", "May be open at once", static_cast<double>(files.open_limit()));
  attempt.show_open_files();
  std::size_t at_its_worst = 0;
  std::string failure;
  {
    std::vector<vfs::File> kept;
    const vfs::Error error = open_without_closing(files, paths_of(*entries), kept);
    if (error.code == std::errc::operation_canceled) return failed(error);
    attempt.show_open_files();
    at_its_worst = files.open_files(vfs::Tenure::brief);
    failure = lab::format("Open number {} failed. {}", kept.size() + 1, vfs::to_message(error));
    (void)attempt.parts.frames.wait_until_shown();
    Settings settings = attempt.parts.preferences.settings();
    settings.mode = Mode::async;
    settings.min_bytes = 0;
    attempt.keep_rows(attempt.run(*entries, settings));
  }
  attempt.show_open_files();
  report.set("peakOpenFiles", "Open at the worst moment", static_cast<double>(at_its_worst));
  return lab::format("{} {} When the objects that held them were destroyed, all of them were closed.",
                     failure, about_others(static_cast<std::size_t>(report["failed"]), report.rows.size()));
}

std::string evidence_of(const ExerciseReport& report) {
  return lab::format("Without closing, {} of {} were open, and {} could not be opened.",
                     count(static_cast<std::uint64_t>(report["peakOpenFiles"])),
                     count_of(static_cast<std::uint64_t>(report["limit"]), "file", "files"),
                     count_of(static_cast<std::uint64_t>(report["failed"]), "other", "others"));
}

}  // namespace

const Exercise leak_files = {
    .id = "leak-files",
    .group = ExerciseGroup::break_it,
    .title = "Open and never close",
    .task = "Open files over and over and close none, until the file system has had enough.",
    .button = "Leak until EMFILE",
    .look_at = "Every handle is kept alive by the vector.",
    .extra = ExerciseExtra::none,
    .run = run,
    .evidence = {question("why-a-scope"), evidence_of},
};

}  // namespace weft::lab
