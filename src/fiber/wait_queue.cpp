#include "fiber/wait_queue.hpp"

#include <algorithm>
#include <cassert>

#include "fiber/scheduler.hpp"

namespace weft::fiber {

WaitQueue::~WaitQueue() { assert(fibers_.empty()); }

Wake WaitQueue::wait(State why) {
  Turns& turns = Scheduler::get().turns();
  if (turns.is_cancelled()) return Wake::cancelled;
  fibers_.push_back(&turns.current());
  return turns.wait(why, this);
}

bool WaitQueue::wake_one() {
  if (fibers_.empty()) return false;
  Fiber& first = *fibers_.front();
  remove(first);
  Scheduler::get().turns().wake(first);
  return true;
}

void WaitQueue::wake_all() {
  while (wake_one()) {
  }
}

void WaitQueue::remove(Fiber& fiber) { std::erase(fibers_, &fiber); }

}  // namespace weft::fiber
