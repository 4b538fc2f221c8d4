#pragma once

#include <functional>

#include "lab/file_row.hpp"
#include "lab/ways.hpp"
#include "vfs/file.hpp"

namespace weft::vfs {
class FileSystem;
}

namespace weft::reading {
class CountingPool;
}

namespace weft::lab {

struct Settings;

/// What every file of a run is processed with.
struct Processing {
  vfs::FileSystem& files;
  /// May be null: then ENOTSUP in workers mode.
  reading::CountingPool* workers;
  const Settings& settings;
  const Ways& ways;
  vfs::Wait wait;
  /// Must not wait; may be empty.
  std::function<void()> on_progress;
};

/// On a fiber: opens the row's file, counts what is in it, and fills in the row, whose status has ended when
/// this returns. `wait` decides how a read waits; in workers mode a worker reads and counts. The figures are
/// the same.
void process_file(FileRow& row, const Processing& processing);

}  // namespace weft::lab
