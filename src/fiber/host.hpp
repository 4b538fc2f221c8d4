#pragma once

namespace weft::fiber {

/// What the scheduler needs from the world: a clock, and a way to be called from a fresh stack.
class Host {
 public:
  virtual ~Host() = default;

  /// Milliseconds since some fixed moment; never goes back.
  virtual double now_ms() = 0;

  enum class When {
    /// As soon as the JavaScript that is running now has returned.
    soon,
    /// After the browser has had its turn to handle input and to draw.
    after_events,
  };

  /// Asks for one call of `Scheduler::pump` from a fresh stack. Several requests may be answered by one call.
  virtual void request_pump(When when) = 0;

  /// Asks for one call of `Scheduler::pump` at `at_ms` on this clock, or as soon after as the host can. A
  /// later request takes the place of an earlier one; infinity takes it back.
  virtual void request_pump_at(double at_ms) = 0;
};

}  // namespace weft::fiber
