#include "vfs/read_counter.hpp"

#include <algorithm>

#include "fiber/scheduler.hpp"

namespace weft::vfs {

void ReadCounter::start(fiber::Ticket ticket) {
  ++started_;
  tickets_.push_back(ticket);
  if (tickets_.size() > peak_) peak_ = std::max(peak_, in_flight());
}

void ReadCounter::start_blocking() {
  ++started_;
  peak_ = std::max(peak_, in_flight() + 1);
}

std::size_t ReadCounter::in_flight() {
  const fiber::Operations& operations = fiber::Scheduler::get().operations();
  std::erase_if(tickets_, [&](fiber::Ticket ticket) { return !operations.is_pending(ticket); });
  return tickets_.size();
}

}  // namespace weft::vfs
