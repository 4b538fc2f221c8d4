#pragma once

#include <utility>

#include "fiber/scheduler.hpp"
#include "vfs/browser.hpp"
#include "vfs/detail.hpp"

namespace weft::vfs {

/// An operation of a backend that has been started by `start(ticket)`.
template <class Start>
fiber::Operation begin(Start&& start) {
  fiber::Operation operation([](fiber::Ticket ticket) { weft_http_abort(ticket.to_number()); });
  std::forward<Start>(start)(operation.ticket());
  return operation;
}

/// Starts an operation and suspends the calling fiber until it is done, unless that is cancelled already.
template <class Start>
fiber::Outcome suspend_on(Start&& start) {
  if (fiber::Scheduler::get().is_cancelled()) return failure(std::errc::operation_canceled);
  return begin(std::forward<Start>(start)).wait();
}

/// Does `work()` while the thread is blocked, unless the calling fiber is cancelled.
template <class Work>
fiber::Outcome block_on(Work&& work) {
  if (fiber::Scheduler::get().is_cancelled()) return failure(std::errc::operation_canceled);
  const fiber::BlockingScope blocking;
  return std::forward<Work>(work)();
}

}  // namespace weft::vfs
