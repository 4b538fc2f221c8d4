#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "fiber/ticket.hpp"
#include "vfs/error.hpp"

namespace weft::vfs {

/// What a backend is asked for when a file is opened or read.
struct Call {
  /// `open` or `read`.
  Verb verb;
  /// In normal form; valid while the observer is told.
  std::string_view path;
  /// Of a read: where it begins, and how many bytes are wanted.
  std::uint64_t offset = 0;
  std::size_t bytes = 0;
};

/// Is told what files ask of their backends; `FileSystem::set_observer`. It must be quick, and must not call
/// back. Each read that `FileSystem::reads` counts is told once, but for those that workers make.
class Observer {
 public:
  virtual ~Observer() = default;

  /// The call begins, on the running fiber. `fiber::Observer::on_operation_end` tells how `ticket` ended.
  virtual void on_start(fiber::Ticket ticket, const Call& call) = 0;

  /// The call has blocked the thread, and the running fiber, since `start_ms` on the scheduler's clock; or
  /// it was refused, as the fiber is cancelled.
  virtual void on_blocking_call(const Call& call, double start_ms, fiber::Outcome outcome) = 0;
};

}  // namespace weft::vfs
