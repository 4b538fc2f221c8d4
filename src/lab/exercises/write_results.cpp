#include "lab/exercises/attempt.hpp"
#include "lab/exercises/exercise_list.hpp"
#include "lab/format.hpp"
#include "vfs/file_writer.hpp"

namespace weft::lab {
namespace {

// clang-format off
// All or nothing: until `commit` the old file stays.
vfs::Result<void> write_whole(
    vfs::FileSystem& files, const std::string& path,
    std::string_view text) {
  auto file = vfs::FileWriter::create(files, path);
  if (!file) return std::unexpected(file.error());
  const auto bytes = std::as_bytes(std::span(text));
  const auto written = file->write(bytes);
  if (!written) return written;
  return file->commit();
}
// clang-format on

vfs::Result<std::string> run(Attempt& attempt) {
  const Runs& runs = attempt.parts.runs;
  Results& results = attempt.parts.results;
  if (!runs.has_results()) {
    const auto files = attempt.samples();
    if (!files) return failed(files.error());
    attempt.run(*files, *attempt.quiet_settings());
  }
  for (const SummaryFormat format : summary_formats) {
    if (const auto saved = results.save(format, write_whole); !saved) return failed(saved.error());
    attempt.report.set(name_of(format), title_of(format), results.summary().size, Unit::bytes);
  }
  return lab::format(
      "The results of {} were written into {}, as CSV, JSON and Markdown, while the page went on.",
      count_of(runs.run().report().rows.size(), "file", "files"), attempt.parts.samples.directory());
}

}  // namespace

const Exercise write_results = {
    .id = "write-results",
    .group = ExerciseGroup::alter,
    .title = "Write the results",
    .task =
        "Write what the last run found into files, without blocking, each of which is whole or not there at "
        "all.",
    .button = "Write the summary",
    .look_at = "The old file stays until the new one is complete.",
    .extra = ExerciseExtra::summary,
    .run = run,
    .evidence = {},
};

}  // namespace weft::lab
