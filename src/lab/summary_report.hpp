#pragma once

#include <cstdint>
#include <string>

#include "lab/summary_format.hpp"

namespace weft::lab {

enum class SummaryPhase : std::uint8_t {
  /// The results of the last run have not been written.
  idle,
  writing,
  written,
  /// Written, read back, and offered as a download.
  offered,
  /// `SummaryReport::error` says why. What was there before is as it was.
  failed,
  cancelled,
};

/// How the last summary of these results fared.
struct SummaryReport {
  SummaryPhase phase = SummaryPhase::idle;
  SummaryFormat format = SummaryFormat::csv;
  std::string path = {};
  /// Bytes of the new file.
  double size = 0;
  /// In words; empty unless failed.
  std::string error = {};
};

}  // namespace weft::lab
