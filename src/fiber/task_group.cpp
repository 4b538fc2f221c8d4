#include "fiber/task_group.hpp"

namespace weft::fiber {

TaskGroup::~TaskGroup() {
  if (live() == 0) return;
  cancel();
  const Shield shield;
  (void)join();
}

Wake TaskGroup::join() {
  if (live() > 0 && joiner_.wait(State::waiting_on_group) == Wake::cancelled) cancel();
  const bool cancelled = Scheduler::get().is_cancelled();
  const Shield shield;
  while (live() > 0) (void)joiner_.wait(State::waiting_on_group);
  return cancelled ? Wake::cancelled : Wake::resumed;
}

void TaskGroup::cancel() {
  is_cancelled_ = true;
  for (const FiberId fiber : live_) Scheduler::get().cancel(fiber);
}

void TaskGroup::end(FiberId fiber, bool succeeded) {
  live_.erase(fiber);
  ++ended_;
  if (!succeeded) {
    ++failed_;
    if (on_failure_ == OnFailure::cancel_rest && !is_cancelled_) cancel();
  }
  if (live() == 0) joiner_.wake_all();
}

}  // namespace weft::fiber
