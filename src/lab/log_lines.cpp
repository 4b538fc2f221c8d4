#include "lab/log_lines.hpp"

#include "lab/exercises/exercise.hpp"
#include "lab/format.hpp"

namespace weft::lab::log_lines {

namespace {

/// "data" for "/data".
std::string below_root(const std::string& path) { return path.substr(path.find_first_not_of('/')); }

}  // namespace

std::string samples_heading() { return "--- Generating sample files ---"; }

std::string samples_created(std::size_t count, const std::string& directory) {
  return lab::format("Created {} in {}/", plain_count_of(count, "sample file", "sample files"),
                     below_root(directory));
}

std::string summary_written(const std::string& path, std::size_t bytes) {
  return lab::format("Wrote {}: {}", below_root(path), plain_count_of(bytes, "byte", "bytes"));
}

std::string run_heading(Mode mode) { return lab::format("--- {} file processing ---", title_of(mode)); }

std::string row(const FileRow& row) {
  switch (row.status) {
    case FileStatus::done:
      return lab::format("Processed {}: {}, {}", row.name, plain_count_of(row.figures.lines, "line", "lines"),
                         plain_count_of(row.figures.words, "word", "words"));
    case FileStatus::skipped:
      return lab::format("Skipped {}: {}", row.name, row.reason);
    case FileStatus::failed:
      return failed(row.name, row.reason);
    default:
      return lab::format("Cancelled {}", row.name);
  }
}

std::string run_total(Mode mode, double wall_ms) {
  return lab::format("{} total: ~{}", title_of(mode), seconds(wall_ms));
}

std::string run_cancelled(Mode mode, double wall_ms) {
  return lab::format("{} run cancelled after ~{}", title_of(mode), seconds(wall_ms));
}

std::string demo_heading() { return "--- Async generator demo ---"; }

std::string failed(const std::string& name, const std::string& reason) {
  return lab::format("Failed {}: {}", name, reason);
}

std::string yielded(std::uint64_t line, const std::string& name) {
  return lab::format("Yielded line {} from {}", line, name);
}

std::string exercise_heading(const Exercise& exercise) {
  return lab::format("--- Exercise: {} ---", exercise.title);
}

std::string comparison_heading() { return "--- Comparison ---"; }

std::string contender(const Contender& contender) {
  std::string line = lab::format("{}: ~{}", contender.name, seconds(contender.median_ms));
  if (contender.failed > 0) line += ", " + plain_count_of(contender.failed, "file failed", "files failed");
  if (contender.mode != Mode::sync && contender.speed_up > 0)
    line += lab::format(", {} times as fast as sync", times(contender.speed_up));
  return line;
}

}  // namespace weft::lab::log_lines
