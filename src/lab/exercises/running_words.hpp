#pragma once

#include <cstddef>
#include <span>
#include <string>

#include "lab/file_row.hpp"

/// What an exercise that runs over files has shown, from how they ended.
namespace weft::lab {

/// How many files ended in which way.
struct Outcomes {
  std::size_t failed = 0;
  std::size_t cancelled = 0;
  std::size_t done = 0;
};

/// "tiny.txt was skipped: smaller than 100 bytes.", "a.csv failed: Cannot read …"
std::string what_became_of(const FileRow& row);

/// Of a run in which a missing file was among the others; `cancels_rest` if its failure was not handled.
std::string about_failures(const Outcomes& outcomes, bool cancels_rest);

/// Of a run in which the last file read with blocking calls, and blocked the thread for so long.
std::string about_blocking(std::span<const FileRow> rows, double blocked_ms);

}  // namespace weft::lab
