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
  fiber::TaskGroup group(fiber::OnFailure::keep_going);
  for (const std::string& path : paths)
    group.spawn(path, [&] { return read(path); });
  (void)group.join();
}
// clang-format on

}  // namespace

// The tests call it too.
std::string about_handled(const Outcomes& outcomes) {
  if (outcomes.failed == 0) return none_failed();
  const std::string rows = outcomes.failed == 1 ? "Its failure is handled: it is in that file's row"
                                                : "Their failures are handled: each is in its file's row";
  if (outcomes.done == 0)
    return lab::format("{}. {}. There was no other that could be read.", files_failed(outcomes), rows);
  return lab::format("{}. {}, and {} read to the end.", files_failed(outcomes), rows,
                     others_were(outcomes.done));
}

namespace {

vfs::Result<std::string> run(Attempt& attempt) {
  return read_with_a_missing_file(attempt, {.at_once = read_all}).transform(about_handled);
}

}  // namespace

const Exercise handle_missing_file = {
    .id = "handle-missing-file",
    .group = ExerciseGroup::fix,
    .title = "Handle the missing file",
    .task = "The same files, but a failure belongs to the file that failed.",
    .button = "Handle it",
    .look_at = "A failure is a value, which a fiber returns. The group goes on.",
    .extra = ExerciseExtra::none,
    .run = run,
    .evidence = {},
};

}  // namespace weft::lab
