#pragma once

#include <cstdint>
#include <expected>
#include <system_error>
#include <type_traits>

#include "fiber/scheduler.hpp"

namespace weft::vfs {

/// Names an open file, or a file that is being written, within its backend. No number is used twice.
enum class Handle : std::uint32_t { none = 0 };

/// Why an operation failed.
struct Failure {
  std::errc code;
  /// The number of a detail (detail.hpp).
  double detail = 0;
};

/// How an operation of a backend ended: with a `Handle`, with a count of bytes (`std::size_t`), with nothing
/// to be told (`void`), or in a failure.
template <class T>
using Outcome = std::expected<T, Failure>;

/// The ticket of an operation that ends with a `T`.
template <class T>
struct Ticket : fiber::Ticket {};

/// An outcome as the scheduler and JavaScript hold it.
template <class T>
fiber::Outcome to_numbers(const Outcome<T>& outcome) {
  if (!outcome) return {.error = static_cast<int>(outcome.error().code), .value = outcome.error().detail};
  if constexpr (std::is_void_v<T>) {
    return {};
  } else {
    return {.error = 0, .value = static_cast<double>(*outcome)};
  }
}

template <class T>
Outcome<T> from_numbers(const fiber::Outcome& numbers) {
  if (numbers.error != 0)
    return std::unexpected(Failure{static_cast<std::errc>(numbers.error), numbers.value});
  if constexpr (std::is_void_v<T>) {
    return {};
  } else {
    return static_cast<T>(numbers.value);
  }
}

/// Makes ready the fiber that waits for the operation. Does nothing for a stale ticket.
template <class T>
void complete(Ticket<T> ticket, const std::type_identity_t<Outcome<T>>& outcome) {
  fiber::Scheduler::get().complete(ticket, to_numbers(outcome));
}

}  // namespace weft::vfs
