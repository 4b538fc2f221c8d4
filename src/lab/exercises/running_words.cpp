#include "lab/exercises/running_words.hpp"

#include "lab/format.hpp"

namespace weft::lab {
namespace {

std::string files_failed(std::size_t failed) {
  return failed == 1 ? "One file failed" : count_of(failed, "file", "files") + " failed";
}

/// "the other one was", "the other 10 were"
std::string others_were(std::size_t others) {
  return others == 1 ? "the other one was" : lab::format("the other {} were", count(others));
}

std::string about_cancelled(const Outcomes& outcomes) {
  const std::size_t others = outcomes.cancelled + outcomes.done;
  if (others == 0) return "There was no other to be cancelled.";
  if (outcomes.cancelled == 0)
    return lab::format("Its task group would have cancelled the rest, but {} read to the end before.",
                       others_were(others));
  if (outcomes.done == 0)
    return lab::format("Its task group cancelled the rest: {} not read to the end.", others_were(others));
  return lab::format("Its task group cancelled the rest: of the other {}, {} not read to the end.",
                     count(others),
                     outcomes.cancelled == 1 ? "one was" : count(outcomes.cancelled) + " were");
}

std::string about_handled(const Outcomes& outcomes) {
  const std::string rows = outcomes.failed == 1 ? "Its failure is handled: it is in that file's row"
                                                : "Their failures are handled: each is in its file's row";
  if (outcomes.done == 0) return rows + ". There was no other that could be read.";
  return lab::format("{}, and {} read to the end.", rows, others_were(outcomes.done));
}

}  // namespace

std::string what_became_of(const FileRow& row) {
  switch (row.status) {
    case FileStatus::failed:
      return lab::format("{} failed: {}", row.name, row.reason);
    case FileStatus::skipped:
      return lab::format("{} was skipped: {}.", row.name, row.reason);
    case FileStatus::done:
      return lab::format("{} was read to the end.", row.name);
    default:
      return lab::format("{} was not read to the end.", row.name);
  }
}

std::string about_failures(const Outcomes& outcomes, bool cancels_rest) {
  if (outcomes.failed == 0) return "No file failed, not even the one that should be missing.";
  const std::string failed = files_failed(outcomes.failed);
  return cancels_rest ? lab::format("{}, and nobody handled it. {}", failed, about_cancelled(outcomes))
                      : lab::format("{}. {}", failed, about_handled(outcomes));
}

std::string about_blocking(std::span<const FileRow> rows, double blocked_ms) {
  const FileRow& blocking = rows.back();
  if (blocking.status != FileStatus::done) return what_became_of(blocking);
  const std::string works = lab::format("It works, and {} got its bytes.", blocking.name);
  if (blocked_ms <= 0)
    return works + " But it blocked the thread for a shorter time than this browser's clock can tell.";
  const std::string others =
      rows.size() == 1 ? ""
                       : lab::format("not the other {}, and ", count_of(rows.size() - 1, "fiber", "fibers"));
  return lab::format("{} But while it blocked the thread for {}, nobody else could move: {}not the page.",
                     works, milliseconds(blocked_ms), others);
}

}  // namespace weft::lab
