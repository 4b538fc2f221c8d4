#include "lab/fiber_stopwatch.hpp"

#include <algorithm>

#include "fiber/scheduler.hpp"

namespace weft::lab {
namespace {

using fiber::Phase;

// Not of `running`: the other times are exact while the fiber runs.
double waited_ms(const fiber::Fiber& fiber) {
  return fiber.time_in(Phase::blocking) + fiber.time_in(Phase::waiting);
}

}  // namespace

FiberStopwatch::FiberStopwatch() {
  fiber::Scheduler& scheduler = fiber::Scheduler::get();
  begun_at_ms_ = scheduler.now_ms();
  waited_before_ms_ = waited_ms(scheduler.current());
  ready_before_ms_ = scheduler.current().time_in(Phase::ready);
}

double FiberStopwatch::elapsed_ms() const { return fiber::Scheduler::get().now_ms() - begun_at_ms_; }

FiberStopwatch::Reading FiberStopwatch::read() const {
  fiber::Scheduler& scheduler = fiber::Scheduler::get();
  const double elapsed = elapsed_ms();
  const double waited = waited_ms(scheduler.current()) - waited_before_ms_;
  const double ready = scheduler.current().time_in(Phase::ready) - ready_before_ms_;
  return {.elapsed_ms = elapsed, .wait_ms = waited, .cpu_ms = std::max(0.0, elapsed - waited - ready)};
}

}  // namespace weft::lab
