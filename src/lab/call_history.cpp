#include "lab/call_history.hpp"

namespace weft::lab {

CallRecord& CallHistory::push(const vfs::Call& call, fiber::FiberId fiber, double start_ms) {
  if (records_.size() < capacity_) records_.emplace_back();
  CallRecord& record = records_[last_++ % capacity_];
  record.path.assign(call.path);
  record.verb = call.verb;
  record.fiber = fiber;
  record.offset = call.offset;
  record.bytes = call.bytes;
  record.got = 0;
  record.error = 0;
  record.start_ms = start_ms;
  record.end_ms = std::numeric_limits<double>::infinity();
  return record;
}

void CallHistory::finish(CallRecord& record, fiber::Outcome outcome, double at_ms) {
  record.end_ms = at_ms;
  record.error = outcome.error;
  if (record.verb == vfs::Verb::read && outcome.error == 0)
    record.got = static_cast<std::size_t>(outcome.value);
}

void CallHistory::begin(fiber::Ticket ticket, const vfs::Call& call, fiber::FiberId fiber, double at_ms) {
  push(call, fiber, at_ms);
  if (names_.size() <= ticket.slot) names_.resize(ticket.slot + 1);
  names_[ticket.slot] = {.generation = ticket.generation, .number = last_};
}

void CallHistory::end(fiber::Ticket ticket, fiber::Outcome outcome, double at_ms) {
  const std::uint64_t number = number_of(ticket);
  if (find(number) != nullptr) finish(records_[(number - 1) % capacity_], outcome, at_ms);
}

void CallHistory::add(const vfs::Call& call, fiber::FiberId fiber, double start_ms, double end_ms,
                      fiber::Outcome outcome) {
  finish(push(call, fiber, start_ms), outcome, end_ms);
}

std::uint64_t CallHistory::number_of(fiber::Ticket ticket) const {
  if (ticket.slot >= names_.size()) return 0;
  const Name& name = names_[ticket.slot];
  return name.generation == ticket.generation ? name.number : 0;
}

const CallRecord* CallHistory::find(std::uint64_t number) const {
  if (number < first() || number > last_ || number == 0) return nullptr;
  return &records_[(number - 1) % capacity_];
}

}  // namespace weft::lab
