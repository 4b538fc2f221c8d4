#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "fiber/context.hpp"
#include "fiber/state.hpp"

namespace weft::fiber {

class WaitQueue;

/// Fibers are numbered from 1 in the order they are spawned; no number is used twice. 0 stands for none.
using FiberId = std::uint64_t;

/// What a fiber runs.
class Body {
 public:
  virtual ~Body() = default;
  virtual void run() = 0;
};

/// A thread of execution that runs until it waits. The scheduler owns it: hold its id, not its address,
/// across a wait.
class Fiber {
 public:
  explicit Fiber(StackSizes sizes) : context_(sizes, run_bodies, this) {}

  FiberId id() const { return id_; }
  std::string_view name() const { return name_; }
  State state() const { return state_; }

  /// True once someone asked it to end. From then on every wait returns `Wake::cancelled` at once, but under
  /// a Shield.
  bool is_cancelled() const { return cancelled_; }

  /// True if its stack was used beyond its end: the program is about to end of it.
  bool has_overflowed() const { return context_.has_overflowed(); }

  /// Milliseconds spent in `phase` so far, the present stay included up to its last transition only. They are
  /// counted while the scheduler has an observer.
  double time_in(Phase phase) const { return times_ms_[static_cast<std::size_t>(phase)]; }

 private:
  friend class Fibers;
  friend class Turns;
  friend class Shield;

  static void run_bodies(void* fiber);

  FiberId id_ = 0;
  std::string name_;
  State state_ = State::done;
  bool cancelled_ = false;
  bool woken_by_cancel_ = false;
  int shields_ = 0;
  double since_ms_ = 0;
  std::array<double, phase_count> times_ms_{};
  Context context_;
  std::unique_ptr<Body> body_;
  WaitQueue* waiting_in_ = nullptr;
};

}  // namespace weft::fiber
