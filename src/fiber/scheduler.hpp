#pragma once

#include <cassert>
#include <cstddef>
#include <deque>
#include <memory>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "fiber/fiber.hpp"
#include "fiber/host.hpp"
#include "fiber/observer.hpp"
#include "fiber/operation.hpp"
#include "fiber/operations.hpp"
#include "fiber/timers.hpp"
#include "fiber/wait_queue.hpp"

namespace weft::fiber {

/// Runs fibers in turn on one thread. A fiber runs until it waits; the scheduler never takes the processor
/// from it.
///
/// All fibers of a module share one Asyncify state, so a module has one scheduler at a time; `get` finds it.
class Scheduler {
 public:
  struct Options {
    /// How long one pump may run before the browser gets its turn, in ms: half a frame at 60 Hz.
    double budget_ms = 8;
    /// Idle stacks beyond this number are given back to the heap.
    std::size_t pooled_stacks = 256;
  };

  /// `host` must outlive the scheduler.
  explicit Scheduler(Host& host) : Scheduler(host, Options()) {}
  Scheduler(Host& host, Options options);
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

  /// The live fiber of that number, or null.
  const Fiber* find(FiberId id) const;

  /// The running fiber. `is_on_fiber` tells whether there is one.
  Fiber& current();
  bool is_on_fiber() const { return current_ != nullptr; }

  /// True if the running fiber is cancelled and not shielded.
  bool is_cancelled() const { return current_ != nullptr && current_->cancelled_ && current_->shields_ == 0; }

  /// Runs ready fibers until none is left or the budget is spent; then asks the host for another pump, if
  /// need be. Called by the host from a fresh stack only, never from within a fiber.
  void pump();

  /// Lets every other ready fiber run first.
  void yield_now();

  /// Waits for at least `ms`.
  Wake sleep(double ms);

  double now_ms() { return host_.now_ms(); }
  std::size_t live_fibers() const { return live_.size(); }
  std::size_t pooled_fibers() const { return pool_.size(); }
  Operations& operations() { return operations_; }
  void call_at(double at_ms, Timers::Callback callback);

  /// Completes an operation and makes the fiber that waits for it ready.
  void complete(Ticket ticket, Outcome outcome);

  /// Told of every transition from now on; null for nobody. Must outlive its time in office. The times of
  /// fibers (`Fiber::time_in`) are kept while there is one.
  void set_observer(Observer* observer);

  // For the primitives of this folder.

  /// Suspends the running fiber until `wake` is called on it, or it is cancelled.
  Wake wait(State why);
  /// Makes a waiting fiber ready.
  void wake(Fiber& fiber);
  /// Puts the running fiber into state `mine` and continues in `next` at once.
  Wake hand_over(Fiber& next, State mine);
  /// Changes the state of the running fiber to `blocking` and back, without switching.
  void set_blocking(bool blocking);
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
  std::unique_ptr<Fiber> take_from_pool(StackSizes sizes);
  void recycle(Fiber& fiber);
  void run(Fiber& fiber, double now_ms);
  void set_state(Fiber& fiber, State state) { set_state(fiber, state, transition_ms()); }
  void set_state(Fiber& fiber, State state, double now_ms);
  double transition_ms();
  void make_ready(Fiber& fiber);
  void request_next_pump();
  void arm_timer();
  Wake after_switch(Fiber& self);
  static void run_bodies(void* fiber);

  // The one piece of state that is not in an object: Asyncify itself is global, so there can only be one
  // scheduler.
  static inline Scheduler* instance_ = nullptr;  // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

  Host& host_;
  Options options_;
  Observer* observer_ = nullptr;
  Fiber* current_ = nullptr;
  bool is_pumping_ = false;
  bool is_pump_requested_ = false;
  double armed_at_ms_;
  FiberId last_id_ = 0;
  std::deque<Fiber*> ready_;
  std::unordered_map<FiberId, std::unique_ptr<Fiber>> live_;
  std::vector<std::unique_ptr<Fiber>> pool_;
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
