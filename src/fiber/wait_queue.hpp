#pragma once

#include <cstddef>
#include <deque>

#include "fiber/state.hpp"

namespace weft::fiber {

class Fiber;

/// How a wait ended.
enum class [[nodiscard]] Wake {
  /// What was waited for has happened.
  resumed,
  /// The fiber was cancelled; what was waited for may not have happened.
  cancelled,
};

/// The fibers that wait for one thing, first come first served: what semaphores and events are made of. A
/// cancelled fiber leaves the queue at once, so a wake is never spent on one that no longer waits.
class WaitQueue {
 public:
  WaitQueue() = default;
  ~WaitQueue();
  WaitQueue(const WaitQueue&) = delete;
  WaitQueue& operator=(const WaitQueue&) = delete;

  /// Suspends the running fiber until `wake_one` or `wake_all` reaches it, or it is cancelled.
  Wake wait(State why);

  /// Makes the fiber that has waited longest ready; false if none waits. It runs at its turn, not at once.
  bool wake_one();
  void wake_all();

  bool empty() const { return fibers_.empty(); }
  std::size_t size() const { return fibers_.size(); }

 private:
  friend class Turns;
  void remove(Fiber& fiber);

  std::deque<Fiber*> fibers_;
};

}  // namespace weft::fiber
