#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "lab/stay_index.hpp"
#include "lab/timeline.hpp"

namespace weft::lab {

/// What a stretch of a critical path went to.
enum class PathPart : std::uint8_t {
  /// Waiting for opens and reads.
  reads,
  /// Waiting for a worker, which reads and counts.
  workers,
  /// Ready to go on, while other fibers had the thread.
  turns,
  computing,
  /// A fiber blocked the thread, this one or another.
  blocked,
  /// Ready to go on, while no fiber had the thread: the page drew, or did something else.
  page,
  /// Sleeping, or what is not known: it has made room in the timeline, or somebody outside was waited for.
  other,
};

inline constexpr std::size_t path_part_count = static_cast<std::size_t>(PathPart::other) + 1;

/// "reads", "workers" … the names of the JavaScript API.
std::string_view name_of(PathPart part);

/// A stretch of the path: what one fiber did, or waited for.
struct PathStep {
  /// The stay that it is of, or a part of; of fiber 0 where nothing is known.
  Span stay = {};
  /// What most of it went to.
  PathPart part = PathPart::other;
  /// The scheduler's clock.
  double from_ms = 0;
  double to_ms = 0;
};

/// The chain of causes that a run's end goes back to: without it the run would have been shorter. A fiber
/// that waited for a permit, for a group or for a generator waited for another fiber, so the path goes on
/// with what that one did until then.
struct CriticalPath {
  /// By `PathPart`; together they are the time from the start to the end.
  std::array<double, path_part_count> ms = {};
  /// In order and without a gap.
  std::vector<PathStep> steps = {};

  double whole_ms() const;
  /// From 0 to 1; all together are 1, unless no time has passed.
  double share(PathPart part) const;
};

/// Follows the causes from `end_ms`, when `last` was running, back to `start_ms`. Takes time for each stay
/// once.
CriticalPath critical_path_of(const StayIndex& stays, fiber::FiberId last, double start_ms, double end_ms);

}  // namespace weft::lab
