#pragma once

#include <string>

namespace weft::lab {

struct RunAnalysis;
struct RunReport;

/// Below this a run is too short for its figures to mean anything: a page's clock and its timers are as
/// coarse.
inline constexpr double shortest_to_judge_ms = 5;

/// `RunAnalysis::verdict`, from the rest of it.
std::string verdict_on(const RunReport& report, const RunAnalysis& analysis);

}  // namespace weft::lab
