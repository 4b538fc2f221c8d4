#pragma once

#include "fiber/carrier.hpp"
#include "fiber/state.hpp"
#include "fiber/ticket.hpp"

namespace weft::fiber {

/// One operation that something outside the scheduler carries out, such as the browser.
///
/// The constructor takes a ticket; whoever does the work completes it, from any stack, by
/// `Scheduler::complete` or, in JavaScript, `weft_complete`; `wait` returns the outcome on the fiber that
/// calls it. An operation that goes out of scope early is abandoned: its ticket is stale from then on, and
/// nobody may touch its buffers any more.
class Operation {
 public:
  /// `carrier` is told if it is abandoned; null if there is nothing to stop.
  explicit Operation(Carrier* carrier = nullptr);
  Operation(Operation&& other) noexcept;
  Operation& operator=(Operation&& other) noexcept;
  ~Operation();

  Ticket ticket() const { return ticket_; }

  /// True once `wait` would return at once.
  bool is_finished() const;

  /// Suspends the running fiber, in state `why`, until the operation is completed. If the fiber is cancelled
  /// before that, the operation is abandoned and the outcome's error is ECANCELED. Called at most once.
  Outcome wait(State why);

  /// Gives the operation up. Does nothing if it has ended.
  void abandon();

 private:
  Ticket ticket_;
  Carrier* carrier_;
  bool is_open_ = true;
};

}  // namespace weft::fiber
