#pragma once

#include <cstdint>

#include "fiber/ticket.hpp"

namespace weft::fiber {

/// Why a fiber went from one state to another.
struct Cause {
  enum class Kind : std::uint8_t {
    /// It did so itself: it began to wait, gave way, or came to its end.
    own,
    /// It stood first in the queue of those that are ready.
    turn,
    /// It was made.
    spawn,
    /// The operation of `ticket` was completed: something outside has answered, or a moment has come.
    operation,
    /// What it waited for was given to it: a permit, an event, the end of a group, the end of a generator.
    wake,
    /// A generator and its consumer handed the processor to each other.
    hand_over,
    /// It was asked to end.
    cancel,
  };

  Kind kind = Kind::own;
  /// The fiber that ran and did it; 0 if it was done from outside of all fibers. A `FiberId`.
  std::uint64_t by = 0;
  /// Of `Kind::operation`; stale by the time anybody looks.
  Ticket ticket = {};
};

}  // namespace weft::fiber
