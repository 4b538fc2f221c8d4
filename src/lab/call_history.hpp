#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "fiber/fiber.hpp"
#include "fiber/ticket.hpp"
#include "vfs/observer.hpp"

namespace weft::lab {

/// An open or a read that a file has asked for. Times are the scheduler's, in ms.
struct CallRecord {
  vfs::Verb verb = vfs::Verb::read;
  std::string path = {};
  /// The fiber that asked.
  fiber::FiberId fiber = 0;
  std::uint64_t offset = 0;
  /// Wanted; and what came, of a read that has ended well.
  std::size_t bytes = 0;
  std::size_t got = 0;
  /// 0, or a POSIX error number.
  int error = 0;
  double start_ms = 0;
  /// Infinity while it is under way.
  double end_ms = std::numeric_limits<double>::infinity();
};

/// Remembers the last opens and reads, in a ring. They are numbered from 1 in the order in which they begin.
class CallHistory {
 public:
  static constexpr std::size_t default_capacity = 64 * 1024;
  explicit CallHistory(std::size_t capacity = default_capacity) : capacity_(capacity) {}

  void begin(fiber::Ticket ticket, const vfs::Call& call, fiber::FiberId fiber, double at_ms);
  /// Does nothing for a ticket of something else.
  void end(fiber::Ticket ticket, fiber::Outcome outcome, double at_ms);
  /// One that blocked the thread from `start_ms` to `end_ms`.
  void add(const vfs::Call& call, fiber::FiberId fiber, double start_ms, double end_ms,
           fiber::Outcome outcome);

  /// The number of the call with that ticket, which may have just ended; 0 if it is none.
  std::uint64_t number_of(fiber::Ticket ticket) const;
  /// Null for 0, and for one that has made room.
  const CallRecord* find(std::uint64_t number) const;
  /// The oldest that is remembered; more than `last()` if there is none.
  std::uint64_t first() const { return last_ - records_.size() + 1; }
  std::uint64_t last() const { return last_; }

 private:
  struct Name {
    std::uint32_t generation = 0;
    std::uint64_t number = 0;
  };
  CallRecord& push(const vfs::Call& call, fiber::FiberId fiber, double start_ms);
  static void finish(CallRecord& record, fiber::Outcome outcome, double at_ms);

  std::size_t capacity_;
  std::vector<CallRecord> records_;
  std::uint64_t last_ = 0;
  /// By the slots of tickets.
  std::vector<Name> names_;
};

}  // namespace weft::lab
