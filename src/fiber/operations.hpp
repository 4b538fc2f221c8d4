#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "fiber/ticket.hpp"

namespace weft::fiber {

class Fiber;

/// The operations that are under way outside the module. A slot is used again under a new generation, so a
/// late completion of an abandoned operation is recognised and does no harm.
class Operations {
 public:
  Ticket begin();

  /// Records how the operation ended. Returns the fiber to be made ready, or null if none waits yet. Does
  /// nothing for a stale ticket, or one that is completed already.
  Fiber* complete(Ticket ticket, Outcome outcome);

  /// True until the operation is completed or abandoned: only then may its buffer be written to.
  bool is_pending(Ticket ticket) const;

  /// Null while the operation is pending.
  const Outcome* outcome(Ticket ticket) const;

  void set_waiter(Ticket ticket, Fiber* waiter);

  /// Makes the ticket stale and its slot free, whether the operation is completed or not.
  void end(Ticket ticket);

  std::size_t pending() const { return pending_; }
  std::size_t peak_pending() const { return peak_pending_; }
  void reset_peak() { peak_pending_ = pending_; }

 private:
  enum class Phase : std::uint8_t { free, pending, completed };
  struct Slot {
    std::uint32_t generation = 0;
    Phase phase = Phase::free;
    Outcome outcome;
    Fiber* waiter = nullptr;
  };

  Slot* find(Ticket ticket);
  const Slot* find(Ticket ticket) const;

  std::vector<Slot> slots_;
  std::vector<std::uint32_t> free_;
  std::size_t pending_ = 0;
  std::size_t peak_pending_ = 0;
};

}  // namespace weft::fiber
