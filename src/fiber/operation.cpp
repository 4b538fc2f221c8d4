#include "fiber/operation.hpp"

#include <cassert>
#include <cerrno>
#include <utility>

#include "fiber/scheduler.hpp"

namespace weft::fiber {

Operation::Operation(Carrier* carrier) : ticket_(Scheduler::get().operations().begin()), carrier_(carrier) {}

Operation::Operation(Operation&& other) noexcept
    : ticket_(other.ticket_), carrier_(other.carrier_), is_open_(std::exchange(other.is_open_, false)) {}

Operation& Operation::operator=(Operation&& other) noexcept {
  if (this == &other) return *this;
  abandon();
  ticket_ = other.ticket_;
  carrier_ = other.carrier_;
  is_open_ = std::exchange(other.is_open_, false);
  return *this;
}

Operation::~Operation() { abandon(); }

bool Operation::is_finished() const {
  return !is_open_ || Scheduler::get().operations().outcome(ticket_) != nullptr;
}

Outcome Operation::wait(State why) {
  assert(is_open_);
  Scheduler& scheduler = Scheduler::get();
  Operations& operations = scheduler.operations();
  while (operations.outcome(ticket_) == nullptr) {
    operations.set_waiter(ticket_, &scheduler.current());
    const Wake wake = scheduler.turns().wait(why);
    if (wake == Wake::cancelled) break;
  }
  const Outcome* outcome = operations.outcome(ticket_);
  if (outcome == nullptr) {
    abandon();
    return {.error = ECANCELED};
  }
  const Outcome result = *outcome;
  operations.end(ticket_);
  is_open_ = false;
  return result;
}

void Operation::abandon() {
  if (!std::exchange(is_open_, false)) return;
  const bool was_pending = Scheduler::get().give_up(ticket_);
  if (was_pending && carrier_ != nullptr) carrier_->abort(ticket_);
}

}  // namespace weft::fiber
