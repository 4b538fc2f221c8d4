#include "lab/exercises/attempt.hpp"
#include "lab/exercises/exercise_list.hpp"
#include "lab/format.hpp"
#include "reading/lines.hpp"
#include "vfs/file_system.hpp"

namespace weft::lab {
namespace {

// clang-format off
vfs::Result<int> show_five_lines(vfs::FileSystem& files,
    const std::string& path, const auto& show) {
  auto file = vfs::File::open(files, path);
  if (!file) return std::unexpected(file.error());
  int pulled = 0;
  reading::Lines lines = reading::lines(*file);
  for (const text::Line& line : lines) {  // asks
    show(line);
    if (++pulled == 5) break;
  }
  const auto& error = lines.error();
  if (error) return std::unexpected(*error);
  return pulled;
}  // ends the generator where it stands
// clang-format on

std::string about_pulled(const std::string& name, int pulled) {
  if (pulled < 5)
    return lab::format("{} has no more than {}: the generator came to its end, and closed the file.", name,
                       plain_count_of(static_cast<std::uint64_t>(pulled), "line", "lines"));
  return lab::format(
      "Five lines of {} were asked for one by one, and the rest was never cut into lines. The generator "
      "stood at its yield in between; then it was closed half-way, and the file with it.",
      name);
}

vfs::Result<std::string> run(Attempt& attempt) {
  const auto entries = attempt.samples();
  if (!entries) return failed(entries.error());
  const FileEntry& first = entries->front();
  ExerciseReport& report = attempt.report;
  attempt.show_open_files();
  double bytes = 0;
  std::size_t open = 0;
  const auto pulled = show_five_lines(attempt.parts.files, first.path, [&](const text::Line& line) {
    bytes = static_cast<double>(line.offset + line.text.size());
    open = attempt.parts.files.open_files(vfs::Tenure::brief);
  });
  if (!pulled) return failed(pulled.error());
  report.set("openHalfWay", "Open half-way", static_cast<double>(open));
  attempt.show_open_files();
  report.set("lines", "Lines pulled", *pulled);
  report.set("bytes", "Bytes up to there", bytes, Unit::bytes);
  report.set("fileBytes", "Bytes in the file", first.size, Unit::bytes);
  return about_pulled(first.name, *pulled);
}

std::string evidence_of(const ExerciseReport& report) { return report.message; }

}  // namespace

const Exercise step_generator = {
    .id = "step-generator",
    .group = ExerciseGroup::explain,
    .title = "Pull five lines",
    .task = "Ask a generator for five lines, then leave it half-way.",
    .button = "Pull five lines",
    .look_at = "Each turn of the loop asks the generator's fiber for one more.",
    .extra = ExerciseExtra::none,
    .run = run,
    .evidence = {question("what-is-a-generator"), evidence_of},
};

}  // namespace weft::lab
