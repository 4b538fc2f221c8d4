#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "fiber/ticket.hpp"

namespace weft::vfs {

/// Counts reads, and how many are on their way at once. A read is over when its ticket is no longer pending,
/// whether anybody has fetched the result or not.
class ReadCounter {
 public:
  /// A read that is handed to a backend now.
  void start(fiber::Ticket ticket);
  /// A read that blocks the thread: it is over when the caller goes on.
  void start_blocking();
  /// Reads that were made elsewhere, and are over.
  void add(std::uint64_t reads) { started_ += reads; }

  std::uint64_t started() const { return started_; }
  std::size_t in_flight();
  std::size_t peak() const { return peak_; }
  void reset_peak() { peak_ = in_flight(); }
  void reset_count() { started_ = 0; }

 private:
  std::uint64_t started_ = 0;
  std::size_t peak_ = 0;
  /// May hold tickets that are over: they are only weeded out when the answer would change.
  std::vector<fiber::Ticket> tickets_;
};

}  // namespace weft::vfs
