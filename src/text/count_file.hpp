#pragma once

#include <cstddef>
#include <functional>

#include "text/counts.hpp"
#include "text/csv_counter.hpp"
#include "vfs/error.hpp"
#include "vfs/file.hpp"

namespace weft::text {

struct CountOptions {
  /// Not 0.
  std::size_t chunk_bytes = vfs::default_chunk_bytes;
  /// How often each chunk is counted, from 1: more than once only to simulate work for the processor. The
  /// figures are the same.
  int passes = 1;
  /// Takes every chunk too, once, and the end. May be null.
  CsvCounter* csv = nullptr;
  /// Called after each chunk with the figures so far. May be null; must not wait.
  std::function<void(const Counts&)> on_progress = nullptr;
};

/// Counts a file from front to back; memory is bounded by two chunks. It waits the way the file was opened: a
/// file that suspends lets other fibers run after each pass over a chunk, one that blocks never does.
vfs::Result<Counts> count_file(vfs::File& file, const CountOptions& options = {});

}  // namespace weft::text
