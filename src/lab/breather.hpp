#pragma once

#include "fiber/scheduler.hpp"

namespace weft::lab {

/// Lets other fibers, and with them the page, have their turn in the middle of long work that never has to
/// wait.
class Breather {
 public:
  /// To be called often: it yields if the calling fiber has worked on for a while since the last time.
  void breathe() {
    fiber::Scheduler& scheduler = fiber::Scheduler::get();
    if (scheduler.now_ms() - last_ms_ < patience_ms) return;
    scheduler.yield_now();
    last_ms_ = scheduler.now_ms();
  }

 private:
  static constexpr double patience_ms = 4;
  double last_ms_ = fiber::Scheduler::get().now_ms();
};

}  // namespace weft::lab
