#pragma once

#include "fiber/state.hpp"

namespace weft::fiber {

class Fiber;

/// Is told what the fibers do. It is called in the middle of a switch: it must be quick, and must not call
/// back.
class Observer {
 public:
  virtual ~Observer() = default;

  /// `fiber` went from `from` to `to` at `at_ms` on the scheduler's clock. A new fiber comes from `done`.
  virtual void on_transition(const Fiber& fiber, State from, State to, double at_ms) = 0;
};

}  // namespace weft::fiber
