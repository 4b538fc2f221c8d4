#pragma once

#include <type_traits>
#include <utility>

#include "fiber/scheduler.hpp"
#include "vfs/backend.hpp"
#include "vfs/detail.hpp"
#include "vfs/waits.hpp"

namespace weft::vfs {

/// Starts an operation of `backend` by `start(ticket)` and suspends the calling fiber until it is done,
/// unless that is cancelled already. Abandoned, the operation is aborted.
template <class T, class Start>
Outcome<T> suspend_on(Backend& backend, Start&& start) {
  if (fiber::Scheduler::get().is_cancelled()) return failure(std::errc::operation_canceled);
  fiber::Operation operation(&backend);
  std::forward<Start>(start)(Ticket<T>{operation.ticket()});
  return from_numbers<T>(operation.wait(for_read));
}

/// Does `work()` while the thread is blocked, unless the calling fiber is cancelled.
template <class Work>
std::invoke_result_t<Work> block_on(Work&& work) {
  if (fiber::Scheduler::get().is_cancelled()) return failure(std::errc::operation_canceled);
  const fiber::BlockingScope blocking;
  return std::forward<Work>(work)();
}

}  // namespace weft::vfs
