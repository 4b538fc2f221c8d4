#pragma once

#include <cassert>
#include <cstddef>
#include <memory>
#include <string>
#include <utility>

#include "fiber/fibers.hpp"
#include "fiber/host.hpp"
#include "fiber/observer.hpp"
#include "fiber/operation.hpp"
#include "fiber/operations.hpp"
#include "fiber/pump_requests.hpp"
#include "fiber/timers.hpp"
#include "fiber/turns.hpp"

namespace weft::fiber {

struct SchedulerOptions {
  /// How long one pump may run before the browser gets its turn, in ms: half a frame at 60 Hz.
  double budget_ms = 8;
  /// Idle stacks beyond this number are given back to the heap.
  std::size_t pooled_stacks = 256;
};

/// Runs fibers in turn on one thread. A fiber runs until it waits; the scheduler never takes the processor
/// from it.
///
/// All fibers of a module share one Asyncify state, so a module has one scheduler at a time; `get` finds it.
class Scheduler {
 public:
  /// `host` must outlive the scheduler.
  explicit Scheduler(Host& host, SchedulerOptions options = {});
  /// No fiber may be live.
  ~Scheduler();
  Scheduler(const Scheduler&) = delete;
  Scheduler& operator=(const Scheduler&) = delete;

  /// The module's scheduler, which must exist.
  static Scheduler& get() {
    assert(instance_ != nullptr);
    return *instance_;
  }

  /// Makes a fiber that runs `body()` when its turn comes, after those that are ready now. `body` is
  /// destroyed on the fiber, when it has returned. May be called from within a fiber or from outside.
  template <class F>
  FiberId spawn(std::string name, F&& body, StackSizes sizes = {}) {
    return start(std::move(name), make_body(std::forward<F>(body)), sizes, State::ready).id();
  }

  /// Asks a fiber to end: its present wait and all later ones return `Wake::cancelled`. It still runs until
  /// its body returns. Does nothing for a fiber that is done.
  void cancel(FiberId id);

  /// The running fiber. `is_on_fiber` tells whether there is one.
  Fiber& current() { return turns_.current(); }
  bool is_on_fiber() const { return turns_.is_on_fiber(); }

  /// True if the running fiber is cancelled and not shielded.
  bool is_cancelled() const { return turns_.is_cancelled(); }

  /// Runs ready fibers until none is left or the budget is spent; then asks the host for another pump, if
  /// need be. Called by the host from a fresh stack only, never from within a fiber.
  void pump();

  /// Lets every other ready fiber run first.
  void yield_now() { turns_.yield(); }

  /// Waits for at least `ms`.
  Wake sleep(double ms);

  double now_ms() { return host_.now_ms(); }
  void call_at(double at_ms, Timers::Callback callback);

  /// Completes an operation and makes the fiber that waits for it ready.
  void complete(Ticket ticket, Outcome outcome);

  /// Told of every transition from now on; null for nobody. Must outlive its time in office. The times of
  /// fibers (`Fiber::time_in`) are kept while there is one.
  void set_observer(Observer* observer);

  const Fibers& fibers() const { return fibers_; }
  Operations& operations() { return operations_; }

  // For the primitives of this folder.

  Turns& turns() { return turns_; }
  /// Nobody waits for the operation any more. True if it was still pending.
  bool give_up(Ticket ticket);
  /// A fiber that stands at a yield before its first step.
  template <class F>
  Fiber& spawn_suspended(std::string name, F&& body) {
    return start(std::move(name), make_body(std::forward<F>(body)), {}, State::suspended_at_yield);
  }
  /// Ends a fiber from `spawn_suspended` that has never run.
  void discard(Fiber& fiber);

 private:
  template <class F>
  struct Callable final : Body {
    explicit Callable(F body) : function(std::move(body)) {}
    void run() override { function(); }
    F function;
  };
  template <class F>
  static std::unique_ptr<Body> make_body(F&& body) {
    return std::make_unique<Callable<std::decay_t<F>>>(std::forward<F>(body));
  }

  Fiber& start(std::string name, std::unique_ptr<Body> body, StackSizes sizes, State state);
  void note_end(Ticket ticket, Outcome outcome);

  // The one piece of state that is not in an object: Asyncify itself is global, so there can only be one
  // scheduler.
  static inline Scheduler* instance_ = nullptr;  // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

  Host& host_;
  double budget_ms_;
  Observer* observer_ = nullptr;
  PumpRequests pumps_{host_};
  Turns turns_{host_, pumps_};
  Fibers fibers_;
  Operations operations_;
  Timers timers_;
};

/// While one lives, the fiber that made it waits as if it were not cancelled: for clean-up that has to wait.
class Shield {
 public:
  Shield();
  ~Shield();
  Shield(const Shield&) = delete;
  Shield& operator=(const Shield&) = delete;

 private:
  Fiber& fiber_;
};

/// Marks a stretch of the running fiber in which it blocks the thread. Harmless outside a fiber.
class BlockingScope {
 public:
  BlockingScope();
  ~BlockingScope();
  BlockingScope(const BlockingScope&) = delete;
  BlockingScope& operator=(const BlockingScope&) = delete;
};

}  // namespace weft::fiber
