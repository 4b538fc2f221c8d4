#pragma once

#include <array>
#include <string>
#include <vector>

#include "lab/critical_path.hpp"
#include "lab/estimate.hpp"

namespace weft::lab {

class Timeline;
struct RunReport;

/// A stretch of the critical path, for a person. Times are from the run's start on, in ms.
struct PathLine {
  /// Of its fiber; empty where the line stands for several steps, or for what is forgotten.
  std::string fiber;
  PathPart part = PathPart::other;
  double from_ms = 0;
  double to_ms = 0;
  /// What that fiber did or waited for, and what let it go on, in a sentence or two.
  std::string cause;
  /// The stay that it is of, or a part of; of fiber 0 where `fiber` is empty.
  Span stay = {};
};

/// Why a run took as long as it took, and what would help.
struct RunAnalysis {
  /// By `PathPart`; together 1.
  std::array<double, path_part_count> shares = {};
  /// In order, without a gap, from the start to the end. Of a long path the longest steps have a line each.
  std::vector<PathLine> path = {};
  /// How many there are in all.
  std::size_t steps = 0;
  /// The part of the time, from 0 to 1, of which nothing is known: it has made room in the timeline.
  double forgotten = 0;
  /// The one that would take least first.
  std::vector<Estimate> estimates = {};
  /// Was async worth it, what bounds the run, and what would change most, in a few sentences.
  std::string verdict = {};
};

/// Of the run that has just ended. A path is told in no more than `most_path_lines`. `processors` are those
/// of workers; 0 if there are none.
RunAnalysis analyse(const Timeline& timeline, const RunReport& report, std::size_t processors);

inline constexpr std::size_t most_path_lines = 64;

/// The steps of the path that took longest, in order.
std::vector<const PathLine*> longest_lines(const RunAnalysis& analysis, std::size_t most);

}  // namespace weft::lab
