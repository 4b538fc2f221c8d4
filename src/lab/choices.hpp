#pragma once

#include <string>

#include "lab/summary_format.hpp"

namespace weft::lab {

/// What a person last chose in the window, remembered with the settings. It does not change what a run does.
struct Choices {
  /// The column that the list is sorted by, as the panel names it; empty for the order in which files were
  /// added.
  std::string sort_by = {};
  bool sort_descending = false;
  /// The file that was last selected, by its path; empty for none, or for all of them in the stepper.
  std::string selected_path = {};
  /// As what results are saved.
  SummaryFormat summary_format = SummaryFormat::csv;

  friend bool operator==(const Choices&, const Choices&) = default;
};

}  // namespace weft::lab
