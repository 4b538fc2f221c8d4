#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "vfs/file_system.hpp"

/// Three ways to open many files, on a fiber. `on_open` is called after every open, and must not wait.
namespace weft::lab {

/// Opens the files in turns and closes none of them, until an open fails. Returns why it did. What is open
/// is in `kept`.
vfs::Error open_without_closing(vfs::FileSystem& files, std::span<const std::string> paths,
                                std::vector<vfs::File>& kept, const std::function<void()>& on_open);

/// Opens `times` files, one after another in turns, each of which is closed when its scope ends.
vfs::Result<void> open_in_a_scope(vfs::FileSystem& files, std::span<const std::string> paths, int times,
                                  const std::function<void()>& on_open);

/// Reads `times` files in turns, each on its own fiber, all started at once, with at most `limit` of them
/// open. Returns the first error, when all have ended.
vfs::Result<void> open_behind_a_semaphore(vfs::FileSystem& files, std::span<const std::string> paths,
                                          int times, std::size_t limit, const std::function<void()>& on_open);

}  // namespace weft::lab
