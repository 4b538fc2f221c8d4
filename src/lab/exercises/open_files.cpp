#include "lab/exercises/open_files.hpp"

#include <array>

#include "fiber/semaphore.hpp"
#include "fiber/task_group.hpp"

namespace weft::lab {

// snippet leak-files
vfs::Error open_without_closing(vfs::FileSystem& files, std::span<const std::string> paths,
                                std::vector<vfs::File>& kept, const std::function<void()>& on_open) {
  for (std::size_t turn = 0;; ++turn) {
    auto file = vfs::File::open(files, paths[turn % paths.size()]);
    if (!file) return file.error();    // EMFILE, sooner or later
    kept.push_back(std::move(*file));  // lives on: nobody closes it
    on_open();
  }
}
// end snippet

// snippet close-by-scope
vfs::Result<void> open_in_a_scope(vfs::FileSystem& files, std::span<const std::string> paths, int times,
                                  const std::function<void()>& on_open) {
  for (int turn = 0; turn < times; ++turn) {
    auto file = vfs::File::open(files, paths[static_cast<std::size_t>(turn) % paths.size()]);
    if (!file) return std::unexpected(file.error());
    on_open();
  }  // ~File closes it here, on every way out
  return {};
}
// end snippet

namespace {

vfs::Result<void> read_to_its_end(vfs::File& file) {
  std::array<std::byte, 4096> buffer;
  while (true) {
    const auto count = file.read(buffer);
    if (!count) return std::unexpected(count.error());
    if (*count == 0) return {};
  }
}

}  // namespace

// snippet limit-open-files
vfs::Result<void> open_behind_a_semaphore(vfs::FileSystem& files, std::span<const std::string> paths,
                                          int times, std::size_t limit,
                                          const std::function<void()>& on_open) {
  vfs::Result<void> outcome;
  fiber::Semaphore turns(limit);
  fiber::TaskGroup group;
  for (int turn = 0; turn < times; ++turn) {
    const std::string& path = paths[static_cast<std::size_t>(turn) % paths.size()];
    group.spawn(path, [&] {
      const auto permit = turns.acquire();  // waits while `limit` others are inside
      if (!permit) return;                  // cancelled
      auto file = vfs::File::open(files, path);
      if (file) on_open();
      const auto read = file ? read_to_its_end(*file) : std::unexpected(file.error());
      if (!read && outcome) outcome = read;
    });  // closes the file, then gives the permit back
  }
  (void)group.join();
  return outcome;
}
// end snippet

}  // namespace weft::lab
