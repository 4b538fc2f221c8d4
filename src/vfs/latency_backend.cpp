#include "vfs/latency_backend.hpp"

#include "fiber/scheduler.hpp"

namespace weft::vfs {

void LatencyBackend::start_read(Handle handle, std::uint64_t offset, std::span<std::byte> into,
                                Ticket<std::size_t> ticket) {
  if (latency_ms_ <= 0) return inner_->start_read(handle, offset, into, ticket);
  fiber::Scheduler& scheduler = fiber::Scheduler::get();
  scheduler.call_at(scheduler.now_ms() + latency_ms_, [inner = inner_, handle, offset, into, ticket] {
    if (!fiber::Scheduler::get().operations().is_pending(ticket)) return;
    inner->start_read(handle, offset, into, ticket);
  });
}

Outcome<std::size_t> LatencyBackend::read_blocking(Handle handle, std::uint64_t offset,
                                                   std::span<std::byte> into) {
  fiber::Scheduler& scheduler = fiber::Scheduler::get();
  const double until_ms = scheduler.now_ms() + latency_ms_;
  while (scheduler.now_ms() < until_ms) continue;
  return inner_->read_blocking(handle, offset, into);
}

Loan LatencyBackend::lend(Handle handle) {
  Loan loan = inner_->lend(handle);
  loan.latency_ms += latency_ms_;
  return loan;
}

}  // namespace weft::vfs
