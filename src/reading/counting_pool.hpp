#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>

#include "fiber/carrier.hpp"
#include "fiber/ticket.hpp"
#include "text/text_decoder.hpp"
#include "text/text_form.hpp"

namespace weft::vfs {
class Source;
}

namespace weft::reading {

/// What a worker has found in a file, and what that took.
struct WorkerCount {
  text::Counts counts;
  std::uint64_t reads = 0;
  /// Waiting for reads, and computing, on the worker's own clock.
  double wait_ms = 0;
  double cpu_ms = 0;
  text::TextForm form = {};
  /// Why it has not gone on to the end of the file.
  text::TextTrouble trouble = text::TextTrouble::none;
};

/// One file for a worker to read and count.
struct CountJob {
  const vfs::Source& source;
  /// Bytes to be read; more or fewer mean that the file has changed.
  std::uint64_t size;
  /// Not 0.
  std::size_t chunk_bytes;
  /// How often each chunk is counted, from 1.
  int passes;
  text::DecodeOptions decode;
  /// Called when `so_far` has changed, on any stack. May be empty; must not wait.
  std::function<void()> on_progress;
  WorkerCount so_far = {};
};

/// Threads beside the page's own that read and count.
class CountingPool : public fiber::Carrier {
 public:
  virtual ~CountingPool() = default;

  /// Begins the job and completes the ticket when `job.so_far` is final, or with an error number and a detail
  /// (vfs/detail.hpp). The job outlives the ticket, and is left alone once that is stale.
  virtual void start(CountJob& job, fiber::Ticket ticket) = 0;

  /// Stops working on it, at once if that worker has nothing else to do.
  void abort(fiber::Ticket ticket) override = 0;

  /// The most workers that there ever are.
  virtual std::size_t most_workers() const = 0;
  /// The most workers that had something to do at the same time, since the last reset.
  virtual std::size_t peak_busy() const = 0;
  virtual void reset_peak() = 0;
};

}  // namespace weft::reading
