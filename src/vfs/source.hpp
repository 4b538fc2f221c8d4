#pragma once

#include <cstdint>
#include <utility>

#include "fiber/ticket.hpp"

namespace weft::vfs {

/// What a backend answers when it is asked to lend a file: the number under which JavaScript keeps its bytes,
/// or a failure.
struct Loan {
  fiber::Outcome outcome;
  /// What a reader has to add to every read, in ms.
  double latency_ms = 0;
};

/// An open file's bytes as JavaScript can hand them to a worker, which then reads them without this module.
/// It holds on to the bytes, not to the place among the open files: that is the file's.
class Source {
 public:
  Source(std::uint32_t number, double latency_ms) : number_(number), latency_ms_(latency_ms) {}
  Source(Source&& other) noexcept
      : number_(std::exchange(other.number_, 0)), latency_ms_(other.latency_ms_) {}
  Source& operator=(Source&& other) noexcept {
    std::swap(number_, other.number_);
    std::swap(latency_ms_, other.latency_ms_);
    return *this;
  }
  ~Source();

  std::uint32_t number() const { return number_; }
  double latency_ms() const { return latency_ms_; }

 private:
  std::uint32_t number_;
  double latency_ms_;
};

}  // namespace weft::vfs
