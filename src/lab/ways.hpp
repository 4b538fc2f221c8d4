#pragma once

#include <span>
#include <string>

#include "reading/count_file.hpp"
#include "reading/count_in_worker.hpp"
#include "vfs/file.hpp"

namespace weft::lab {

struct ReadOne;

/// Code that a run uses in place of its own, because an exercise shows it. Null for the run's own. Whoever
/// calls one that may wait is named in cmake/page-fiber-functions.txt.
struct Ways {
  /// The path of the file of an async run whose fiber reads with blocking calls; empty for none.
  std::string blocking = {};
  /// Whether a file is skipped. Asked before it is opened, where its size is known then, and again when it
  /// is.
  bool (*leaves_out)(const vfs::FileSystem& files, const std::string& path) = nullptr;
  /// Open a file for reads that suspend, and for reads that block.
  vfs::Result<vfs::File> (*open)(vfs::FileSystem& files, const std::string& path) = nullptr;
  vfs::Result<vfs::File> (*open_blocking)(vfs::FileSystem& files, const std::string& path) = nullptr;
  /// Count what is in an open file, on the page's thread and in a worker.
  vfs::Result<text::FileCounts> (*count)(vfs::File& file, reading::CountOptions options) = nullptr;
  vfs::Result<reading::WorkerCount> (*count_in_worker)(reading::CountingPool& workers, vfs::File& file,
                                                       reading::WorkerOptions options) = nullptr;
  /// Call `read` for every path and return when all have ended: in sync mode, and in the others.
  void (*one_by_one)(std::span<const std::string> paths, const ReadOne& read) = nullptr;
  void (*at_once)(std::span<const std::string> paths, const ReadOne& read) = nullptr;

  friend bool operator==(const Ways&, const Ways&) = default;
};

}  // namespace weft::lab
