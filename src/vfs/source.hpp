#pragma once

#include <cstdint>
#include <utility>

#include "vfs/outcome.hpp"

namespace weft::vfs {

/// Names the bytes of a file that JavaScript keeps for workers.
enum class SourceId : std::uint32_t { none = 0 };

/// What a backend answers when it is asked to lend a file.
struct Loan {
  Outcome<SourceId> source;
  /// What a reader has to add to every read, in ms.
  double latency_ms = 0;
};

/// An open file's bytes as JavaScript can hand them to a worker, which then reads them without this module.
/// It holds on to the bytes, not to the place among the open files: that is the file's.
class Source {
 public:
  Source(SourceId id, double latency_ms) : id_(id), latency_ms_(latency_ms) {}
  Source(Source&& other) noexcept
      : id_(std::exchange(other.id_, SourceId::none)), latency_ms_(other.latency_ms_) {}
  Source& operator=(Source&& other) noexcept {
    std::swap(id_, other.id_);
    std::swap(latency_ms_, other.latency_ms_);
    return *this;
  }
  ~Source();

  SourceId id() const { return id_; }
  double latency_ms() const { return latency_ms_; }

 private:
  SourceId id_;
  double latency_ms_;
};

}  // namespace weft::vfs
