#include "fiber/operations.hpp"

#include <algorithm>
#include <cassert>

namespace weft::fiber {

Ticket Operations::begin() {
  if (free_.empty()) {
    assert(slots_.size() < Ticket::slots);
    free_.push_back(static_cast<std::uint32_t>(slots_.size()));
    slots_.emplace_back();
  }
  const std::uint32_t index = free_.back();
  free_.pop_back();
  Slot& slot = slots_[index];
  slot = {.generation = slot.generation + 1, .phase = Phase::pending, .outcome = {}, .waiter = nullptr};
  peak_pending_ = std::max(peak_pending_, ++pending_);
  return {index, slot.generation};
}

Fiber* Operations::complete(Ticket ticket, Outcome outcome) {
  Slot* slot = find(ticket);
  if (slot == nullptr || slot->phase != Phase::pending) return nullptr;
  slot->phase = Phase::completed;
  slot->outcome = outcome;
  --pending_;
  return slot->waiter;
}

bool Operations::is_pending(Ticket ticket) const {
  const Slot* slot = find(ticket);
  return slot != nullptr && slot->phase == Phase::pending;
}

const Outcome* Operations::outcome(Ticket ticket) const {
  const Slot* slot = find(ticket);
  return slot != nullptr && slot->phase == Phase::completed ? &slot->outcome : nullptr;
}

void Operations::set_waiter(Ticket ticket, Fiber* waiter) {
  if (Slot* slot = find(ticket)) slot->waiter = waiter;
}

void Operations::end(Ticket ticket) {
  Slot* slot = find(ticket);
  if (slot == nullptr) return;
  if (slot->phase == Phase::pending) --pending_;
  slot->phase = Phase::free;
  free_.push_back(ticket.slot);
}

Operations::Slot* Operations::find(Ticket ticket) {
  return const_cast<Slot*>(static_cast<const Operations*>(this)->find(ticket));
}

const Operations::Slot* Operations::find(Ticket ticket) const {
  if (ticket.slot >= slots_.size()) return nullptr;
  const Slot& slot = slots_[ticket.slot];
  return slot.generation == ticket.generation && slot.phase != Phase::free ? &slot : nullptr;
}

}  // namespace weft::fiber
