#pragma once

#include <cstddef>
#include <functional>

#include "reading/counting_pool.hpp"
#include "vfs/error.hpp"
#include "vfs/file.hpp"

namespace weft::reading {

struct WorkerOptions {
  /// Not 0.
  std::size_t chunk_bytes = vfs::default_chunk_bytes;
  /// As in `CountOptions`.
  text::DecodeOptions decode = {};
  int passes = 1;
  /// Called on any stack, now and then, with what has been found so far. May be empty; must not wait.
  std::function<void(const WorkerCount&)> on_progress = {};
};

/// Has a worker read and count the file, which stays open meanwhile, and suspends the calling fiber until
/// that is done. The same figures and errors as `count_file`, and besides ENOTSUP where no worker can be
/// started or reach the file. If the fiber is cancelled, the worker stops.
vfs::Result<WorkerCount> count_in_worker(CountingPool& pool, vfs::File& file,
                                         const WorkerOptions& options = {});

}  // namespace weft::reading
