#pragma once

#include <functional>

#include "lab/file_row.hpp"
#include "lab/settings.hpp"
#include "vfs/file.hpp"

namespace weft::vfs {
class FileSystem;
}

namespace weft::lab {

/// On a fiber: opens the row's file, counts what is in it, and fills in the row, whose status has ended when
/// this returns. `wait` decides how a read waits, and nothing else. `on_progress` must not wait; it may be
/// empty.
void process_file(FileRow& row, vfs::FileSystem& files, const Settings& settings, vfs::Wait wait,
                  const std::function<void()>& on_progress);

}  // namespace weft::lab
