#pragma once

#include <algorithm>
#include <cstddef>
#include <expected>
#include <utility>

#include "fiber/wait_queue.hpp"

namespace weft::fiber {

/// Lets at most `limit` fibers past at once; the others wait in the order they came. A released permit goes
/// straight to the fiber that has waited longest, so nobody can overtake it.
class Semaphore {
 public:
  /// The right to be inside; it is given back when this goes out of scope. It must not outlive the semaphore.
  class [[nodiscard]] Permit {
   public:
    Permit(Permit&& other) noexcept : semaphore_(std::exchange(other.semaphore_, nullptr)) {}
    Permit& operator=(Permit&& other) noexcept {
      std::swap(semaphore_, other.semaphore_);
      return *this;
    }
    ~Permit() {
      if (semaphore_ != nullptr) semaphore_->release();
    }

   private:
    friend class Semaphore;
    explicit Permit(Semaphore* semaphore) : semaphore_(semaphore) {}
    Semaphore* semaphore_;
  };

  explicit Semaphore(std::size_t limit) : limit_(limit), free_(limit) {}

  /// Waits for a permit; `Wake::cancelled` if the fiber is cancelled before it has one.
  std::expected<Permit, Wake> acquire() {
    if (free_ == 0) {
      if (waiting_.wait(State::waiting_on_semaphore) == Wake::cancelled)
        return std::unexpected(Wake::cancelled);
    } else {
      --free_;
    }
    peak_ = std::max(peak_, in_use());
    return Permit(this);
  }

  std::size_t limit() const { return limit_; }
  std::size_t in_use() const { return limit_ - free_; }
  /// The most permits that were ever in use at once.
  std::size_t peak() const { return peak_; }
  std::size_t waiting() const { return waiting_.size(); }

 private:
  void release() {
    if (!waiting_.wake_one()) ++free_;
  }

  std::size_t limit_;
  std::size_t free_;
  std::size_t peak_ = 0;
  WaitQueue waiting_;
};

}  // namespace weft::fiber
