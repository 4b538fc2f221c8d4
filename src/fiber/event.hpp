#pragma once

#include "fiber/wait_queue.hpp"

namespace weft::fiber {

/// A flag that fibers can wait for. `set` may be called from within a fiber or from outside.
class Event {
 public:
  /// Makes every waiting fiber ready; later waits return at once until `reset`.
  void set() {
    is_set_ = true;
    waiting_.wake_all();
  }
  void reset() { is_set_ = false; }
  bool is_set() const { return is_set_; }

  Wake wait() { return is_set_ ? Wake::resumed : waiting_.wait(State::waiting_on_event); }

 private:
  bool is_set_ = false;
  WaitQueue waiting_;
};

}  // namespace weft::fiber
