#pragma once

#include <cassert>
#include <deque>

#include "fiber/fiber.hpp"
#include "fiber/observer.hpp"
#include "fiber/pump_requests.hpp"
#include "fiber/wait_queue.hpp"

namespace weft::fiber {

/// Whose turn it is: the running fiber, the queue of those that are ready, and every step from one state to
/// another. Queues, operations and generators are made of this; whoever uses those has no need of it.
class Turns {
 public:
  /// Both must outlive this.
  Turns(Host& host, PumpRequests& pumps) : host_(host), pumps_(pumps) {}

  /// The running fiber, which there must be.
  Fiber& current() {
    assert(current_ != nullptr);
    return *current_;
  }
  bool is_on_fiber() const { return current_ != nullptr; }
  /// True if the running fiber is cancelled and not shielded.
  bool is_cancelled() const { return current_ != nullptr && current_->cancelled_ && current_->shields_ == 0; }

  // What a fiber does with its turn.

  /// Suspends the running fiber until `wake` is called on it, or it is cancelled: then it leaves `queue`, if
  /// it stands in one.
  Wake wait(State why, WaitQueue* queue = nullptr);
  /// Puts the running fiber into state `mine` and continues in `next` at once.
  Wake hand_over(Fiber& next, State mine);
  /// Lets every other ready fiber run first.
  void yield();
  /// Changes the state of the running fiber to `blocking` and back, without switching.
  void set_blocking(bool blocking);
  /// The body of the running fiber has returned. Returns when the fiber has another one to run.
  void finish();

  // What others do to a fiber.

  /// Makes a waiting fiber ready: it has what it waited for.
  void wake(Fiber& fiber) { wake(fiber, Cause::Kind::wake); }
  /// The same, as that operation was completed.
  void wake(Fiber& fiber, Ticket completed) {
    completed_ = completed;
    wake(fiber, Cause::Kind::operation);
  }
  /// See `Scheduler::cancel`.
  void cancel(Fiber& fiber);

  // For the scheduler.

  /// A new fiber, ready or suspended at a yield.
  void add(Fiber& fiber, State state);
  /// Ends one that was added as suspended and has never run.
  void drop(Fiber& fiber);
  bool is_any_ready() const { return !ready_.empty(); }
  /// Runs the first that is ready, which there must be, and those that it hands over to, until one of them
  /// leaves. Returns that one if it is done, else null.
  Fiber* run_next(double now_ms);
  /// See `Scheduler::set_observer`, which sets the clocks of the fibers too.
  void set_observer(Observer* observer) { observer_ = observer; }

 private:
  // The kind alone is handed on: a whole cause is put together only where somebody observes.
  void wake(Fiber& fiber, Cause::Kind kind);
  void make_ready(Fiber& fiber, Cause::Kind kind);
  void set_state(Fiber& fiber, State state, Cause::Kind kind) {
    set_state(fiber, state, kind, transition_ms());
  }
  void set_state(Fiber& fiber, State state, Cause::Kind kind, double now_ms);
  double transition_ms();
  static Wake after_switch(Fiber& self);

  Host& host_;
  PumpRequests& pumps_;
  Observer* observer_ = nullptr;
  Fiber* current_ = nullptr;
  /// Of the last operation that has made a fiber ready.
  Ticket completed_;
  std::deque<Fiber*> ready_;
};

}  // namespace weft::fiber
