#include "fiber/semaphore.hpp"
#include "fiber/task_group.hpp"
#include "lab/exercises/attempt.hpp"
#include "lab/exercises/exercise_list.hpp"
#include "lab/format.hpp"
#include "lab/settings.hpp"
#include "vfs/file_system.hpp"

namespace weft::lab {
namespace {

// clang-format off
vfs::Result<void> read_all(vfs::FileSystem& files,
    std::span<const std::string> paths, int limit) {
  vfs::Result<void> result;
  fiber::Semaphore turns(limit);
  fiber::TaskGroup group;
  for (const std::string& path : paths)
    group.spawn(path, [&] {
      const auto turn = turns.acquire();  // may wait
      const auto text = files.read_file(path);
      if (!text) result = std::unexpected(text.error());
    });  // the file is closed, then the permit goes on
  (void)group.join();
  return result;
}
// clang-format on

vfs::Result<std::string> run(Attempt& attempt) {
  vfs::FileSystem& files = attempt.parts.files;
  const auto entries = attempt.samples();
  if (!entries) return failed(entries.error());
  constexpr std::size_t times = 2 * exercise_limit_max;
  std::vector<std::string> paths;
  paths.reserve(times);
  for (std::size_t turn = 0; turn < times; ++turn) paths.push_back((*entries)[turn % entries->size()].path);
  Settings settings = *attempt.quiet_settings();
  settings.latency_ms = 5;
  attempt.parts.in_force.put(settings);
  files.reset_statistics();
  attempt.report.set("limit", "Permits of the semaphore", attempt.options.limit);
  attempt.show_open_files();
  const auto read = read_all(files, paths, attempt.options.limit);
  if (!read) return failed(read.error());
  attempt.show_open_files();
  const std::size_t peak = files.peak_open_files();
  attempt.report.set("opened", "Opened in all", times);
  attempt.report.set("peakOpenFiles", "High-water mark", static_cast<double>(peak));
  return lab::format("{} wanted a file at the same moment; {} at most had one open.",
                     count_of(static_cast<std::uint64_t>(times), "fiber", "fibers"), peak);
}

}  // namespace

const Exercise limit_open_files = {
    .id = "limit-open-files",
    .group = ExerciseGroup::fix,
    .title = "A semaphore for open files",
    .task =
        "Let 64 fibers ask for a file at the same moment. Slide the limit, and watch the high-water mark "
        "follow.",
    .button = "Open behind a semaphore",
    .look_at = "A permit is taken before the open and given back after the close.",
    .extra = ExerciseExtra::limit,
    .run = run,
    .evidence = {},
};

}  // namespace weft::lab
