#pragma once

#include <cstdint>

namespace weft::fiber {

/// Names one operation that was handed to the world outside, so that its completion finds the way back. A
/// ticket of an operation that has ended or was abandoned is stale for ever: completing it does nothing.
struct Ticket {
  std::uint32_t slot = 0;
  std::uint32_t generation = 0;

  /// A ticket as JavaScript holds it: a whole number below 2^53.
  double to_number() const { return static_cast<double>(generation) * slots + slot; }

  static Ticket from_number(double number) {
    const auto whole = static_cast<std::uint64_t>(number);
    return {static_cast<std::uint32_t>(whole % slots), static_cast<std::uint32_t>(whole / slots)};
  }

  friend bool operator==(const Ticket&, const Ticket&) = default;

  static constexpr std::uint32_t slots = 1U << 20U;
};

/// How an operation ended.
struct Outcome {
  /// 0, or a POSIX error number.
  int error = 0;
  /// What the operation returns, where it returns something: a count of bytes, a size, a handle.
  double value = 0;
};

}  // namespace weft::fiber
