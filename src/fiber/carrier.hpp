#pragma once

#include "fiber/ticket.hpp"

namespace weft::fiber {

/// Whoever carries operations out, outside the scheduler. It must outlive those that it has.
class Carrier {
 public:
  /// Nobody waits for that operation any more, and its ticket is stale: what is still done for it may stop.
  /// Told at most once, and never of one that was completed.
  virtual void abort(Ticket ticket) = 0;

 protected:
  ~Carrier() = default;
};

}  // namespace weft::fiber
