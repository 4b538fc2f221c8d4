#include "lab/exercises/catalogue.hpp"

#include <array>

namespace weft::lab {
namespace {

using enum Exercise;
using enum ExerciseGroup;

constexpr std::array<ExerciseText, exercise_count> texts = {{
    {parse_csv, alter, "CSV instead of text",
     "Parse your CSV files, or a small one that is written for it, into rows while they are read.",
     "Parse a CSV file", "The reader is fed chunk by chunk: a row may begin in one and end in another."},
    {skip_small_files, alter, "Skip small files",
     "Leave out every file under 100 bytes. A tiny one is written for it.", "Skip under 100 bytes",
     "The size is known before anything is opened."},
    {write_results, alter, "Write the results",
     "Write what the last run found into files, without blocking, each of which is whole or not there at "
     "all.",
     "Write the summary", "The old file stays until the new one is complete."},
    {missing_file, break_it, "A file that does not exist",
     "Put a missing file among the others, and let its failure go unhandled.", "Leave it unhandled",
     "A task group whose fiber fails cancels the rest, if it is told to."},
    {leak_files, break_it, "Open and never close",
     "Open files over and over and close none, until the file system has had enough.", "Leak until EMFILE",
     "Every handle is kept alive by the vector."},
    {blocking_call, break_it, "A blocking call in async code",
     "Let one fiber of many read with the blocking call. It works. Watch the others.", "Block among others",
     "One word differs: how the file was opened."},
    {handle_missing_file, fix, "Handle the missing file",
     "The same files, but a failure belongs to the file that failed.", "Handle it",
     "A failure is a value. It goes into the row, and the group goes on."},
    {close_by_scope, fix, "Close by scope",
     "Open twice as many files as may be open at once, each in a scope of its own.", "Open in a scope",
     "The file's destructor closes it on every way out."},
    {limit_open_files, fix, "A semaphore for open files",
     "Let 64 fibers ask for a file at the same moment. Slide the limit, and watch the high-water mark "
     "follow.",
     "Open behind a semaphore", "A permit is taken before the open and given back after the close."},
    {add_latency, explain, "Turn latency up", "Compare the modes with 40 ms more for every read.",
     "Compare with latency", "Only the latency differs from an ordinary comparison."},
    {add_computing, explain, "Turn computing up", "Compare the modes with every byte counted 100 times.",
     "Compare with computing", "Only the number of passes differs."},
    {step_generator, explain, "Pull five lines", "Ask a generator for five lines, then leave it half-way.",
     "Pull five lines", "Each turn of the loop asks the generator's fiber for one more."},
    {use_workers, explain, "Use workers", "The same computing, spread over Web Workers.",
     "Compare with workers", "A worker has a thread of its own; a fiber has not."},
}};

}  // namespace

std::string_view title_of(ExerciseGroup group) {
  switch (group) {
    case alter:
      return "Alter it";
    case break_it:
      return "Break it";
    case fix:
      return "Fix it";
    case explain:
      return "Explain it";
  }
  return "";
}

std::span<const ExerciseText> exercise_texts() { return texts; }

const ExerciseText& text_of(Exercise exercise) { return texts.at(static_cast<std::size_t>(exercise)); }

}  // namespace weft::lab
