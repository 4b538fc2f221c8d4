#include "lab/exercises/missing_among_others.hpp"

#include <algorithm>

#include "lab/format.hpp"

namespace weft::lab {

vfs::Result<Outcomes> read_with_a_missing_file(Attempt& attempt, const Ways& ways) {
  auto files = attempt.samples();
  if (!files) return std::unexpected(std::move(files.error()));
  const auto place = files->begin() + std::min<std::ptrdiff_t>(2, std::ssize(*files));
  files->insert(place, attempt.entry_of(attempt.parts.samples.directory() + "/no_such_file.txt", -1));
  attempt.keep_rows(attempt.run(*files, *attempt.slow_settings(), ways));
  const auto number_of = [&](std::string_view key) { return static_cast<std::size_t>(attempt.report[key]); };
  return Outcomes{
      .failed = number_of("failed"), .cancelled = number_of("cancelled"), .done = number_of("done")};
}

std::string files_failed(const Outcomes& outcomes) {
  return outcomes.failed == 1 ? "One file failed" : count_of(outcomes.failed, "file", "files") + " failed";
}

std::string none_failed() { return "No file failed, not even the one that should be missing."; }

std::string others_were(std::size_t others) {
  return others == 1 ? "the other one was" : lab::format("the other {} were", count(others));
}

}  // namespace weft::lab
