#pragma once

#include "fiber/cause.hpp"
#include "fiber/state.hpp"
#include "fiber/ticket.hpp"

namespace weft::fiber {

class Fiber;

/// A step of a fiber from one state to another. A new fiber comes from `done`.
struct Transition {
  State from;
  State to;
  /// On the scheduler's clock.
  double at_ms;
  Cause cause;
};

/// Is told what the fibers do. It is called in the middle of a switch: it must be quick, and must not call
/// back.
class Observer {
 public:
  virtual ~Observer() = default;

  virtual void on_transition(const Fiber& fiber, const Transition& transition) = 0;

  /// An operation was completed, or given up with ECANCELED; told before the fiber that waits for it becomes
  /// ready. Here: nothing, for whoever looks at fibers alone.
  virtual void on_operation_end(Ticket /*ticket*/, Outcome /*outcome*/, double /*at_ms*/) {}
};

}  // namespace weft::fiber
