#pragma once

#include <utility>

#include "fiber/scheduler.hpp"
#include "vfs/backend.hpp"
#include "vfs/detail.hpp"

namespace weft::vfs {

/// An operation of `backend` that has been started by `start(ticket)`. Abandoned, it is aborted there.
template <class Start>
fiber::Operation begin(Backend& backend, Start&& start) {
  fiber::Operation operation(&backend);
  std::forward<Start>(start)(operation.ticket());
  return operation;
}

/// Starts an operation and suspends the calling fiber until it is done, unless that is cancelled already.
template <class Start>
fiber::Outcome suspend_on(Backend& backend, Start&& start) {
  if (fiber::Scheduler::get().is_cancelled()) return failure(std::errc::operation_canceled);
  return begin(backend, std::forward<Start>(start)).wait();
}

/// Does `work()` while the thread is blocked, unless the calling fiber is cancelled.
template <class Work>
fiber::Outcome block_on(Work&& work) {
  if (fiber::Scheduler::get().is_cancelled()) return failure(std::errc::operation_canceled);
  const fiber::BlockingScope blocking;
  return std::forward<Work>(work)();
}

}  // namespace weft::vfs
