#pragma once

#include <cstddef>
#include <string>

#include "lab/exercises/attempt.hpp"

/// What the exercises with a missing file have in common.
namespace weft::lab {

/// How many files ended in which way.
struct Outcomes {
  std::size_t failed = 0;
  std::size_t cancelled = 0;
  std::size_t done = 0;
};

/// Runs over the samples and a file that does not exist, and reports the rows.
vfs::Result<Outcomes> read_with_a_missing_file(Attempt& attempt, const Ways& ways);

/// "One file failed", "2 files failed"
std::string files_failed(const Outcomes& outcomes);
std::string none_failed();
/// "the other one was", "the other 10 were"
std::string others_were(std::size_t others);

}  // namespace weft::lab
