#include "fiber/wait_queue.hpp"

#include <algorithm>
#include <cassert>

#include "fiber/scheduler.hpp"

namespace weft::fiber {

WaitQueue::~WaitQueue() { assert(fibers_.empty()); }

Wake WaitQueue::wait(State why) {
  Scheduler& scheduler = Scheduler::get();
  if (scheduler.is_cancelled()) return Wake::cancelled;
  Fiber& self = scheduler.current();
  fibers_.push_back(&self);
  self.waiting_in_ = this;
  return scheduler.wait(why);
}

bool WaitQueue::wake_one() {
  if (fibers_.empty()) return false;
  Fiber& first = *fibers_.front();
  remove(first);
  Scheduler::get().wake(first);
  return true;
}

void WaitQueue::wake_all() {
  while (wake_one()) {
  }
}

void WaitQueue::remove(Fiber& fiber) {
  std::erase(fibers_, &fiber);
  fiber.waiting_in_ = nullptr;
}

}  // namespace weft::fiber
