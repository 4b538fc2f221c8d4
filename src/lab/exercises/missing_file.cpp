#include "fiber/task_group.hpp"
#include "lab/exercises/attempt.hpp"
#include "lab/exercises/exercise_list.hpp"
#include "lab/exercises/missing_among_others.hpp"
#include "lab/format.hpp"

namespace weft::lab {
namespace {

// clang-format off
// `read` reads one file, and is false if that failed.
void read_all(std::span<const std::string> paths,
              const auto& read) {
  fiber::TaskGroup group(fiber::OnFailure::cancel_rest);
  for (const std::string& path : paths)
    group.spawn(path, [&] { return read(path); });
  (void)group.join();
}
// clang-format on

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

}  // namespace

// The tests call it too.
std::string about_unhandled(const Outcomes& outcomes) {
  if (outcomes.failed == 0) return none_failed();
  return lab::format("{}, and nobody handled it. {}", files_failed(outcomes), about_cancelled(outcomes));
}

namespace {

vfs::Result<std::string> run(Attempt& attempt) {
  return read_with_a_missing_file(attempt, {.at_once = read_all}).transform(about_unhandled);
}

}  // namespace

const Exercise missing_file = {
    .id = "missing-file",
    .group = ExerciseGroup::break_it,
    .title = "A file that does not exist",
    .task = "Put a missing file among the others, and let its failure go unhandled.",
    .button = "Leave it unhandled",
    .look_at = "A task group whose fiber fails cancels the rest, if it is told to.",
    .extra = ExerciseExtra::none,
    .run = run,
    .evidence = {},
};

}  // namespace weft::lab
