#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "lab/timeline.hpp"

namespace weft::lab {

/// The stays of a timeline by their fibers, to go from one to the one that led to it, and back. It is a copy,
/// of one moment.
class StayIndex {
 public:
  StayIndex() = default;
  /// Those that go on end at `now_ms`, or with the run.
  StayIndex(const Timeline& timeline, double now_ms);
  /// In the order in which they ended.
  explicit StayIndex(std::vector<Span> stays);

  std::span<const Span> all() const { return stays_; }

  /// The last of that fiber; null if there is none.
  const Span* last_of(fiber::FiberId fiber) const;
  /// What `fiber` was doing just before the beginning that has this number; null if that is not known.
  const Span* at(fiber::FiberId fiber, std::uint64_t order) const;

  /// Of the same fiber; null if there is none.
  const Span* before(const Span& stay) const { return at(stay.fiber, stay.cause.order); }
  const Span* after(const Span& stay) const;

  /// Whose stay led to this one: what another fiber did when it made this begin, or the fiber's own before.
  /// Null at the beginning of what is known.
  const Span* cause_of(const Span& stay) const;

  /// What a person wants to see next who asks "why": of a wait, what ended it; else what the stay came of.
  const Span* reason_of(const Span& stay) const;

 private:
  const std::vector<std::uint32_t>* places_of(fiber::FiberId fiber) const;

  std::vector<Span> stays_;
  std::unordered_map<fiber::FiberId, std::vector<std::uint32_t>> by_fiber_;
};

/// The stay began because another fiber gave its own what it had waited for, or made it.
bool is_given_by_another(const Span& stay);

}  // namespace weft::lab
