#include "lab/log_lines.hpp"

#include "lab/exercises/catalogue.hpp"
#include "lab/format.hpp"

namespace weft::lab::log_lines {

namespace {

/// "data" for "/data".
std::string below_root(const std::string& path) { return path.substr(path.find_first_not_of('/')); }

}  // namespace

std::string samples_heading() { return "--- Generating sample files ---"; }

std::string samples_created(std::size_t count, const std::string& directory) {
  return lab::format("Created {} sample files in {}/", count, below_root(directory));
}

std::string summary_written(const std::string& path, std::size_t bytes) {
  return lab::format("Wrote {}: {} bytes", below_root(path), bytes);
}

std::string run_heading(Mode mode) { return lab::format("--- {} file processing ---", title_of(mode)); }

std::string row(const FileRow& row) {
  switch (row.status) {
    case FileStatus::done:
      return lab::format("Processed {}: {} lines, {} words", row.name, row.figures.lines, row.figures.words);
    case FileStatus::skipped:
      return lab::format("Skipped {}: {}", row.name, row.reason);
    case FileStatus::failed:
      return lab::format("Failed {}: {}", row.name, row.reason);
    default:
      return lab::format("Cancelled {}", row.name);
  }
}

std::string run_total(Mode mode, double wall_ms) {
  return lab::format("{} total: ~{} seconds", title_of(mode), fixed(wall_ms / 1000, 2));
}

std::string run_cancelled(Mode mode, double wall_ms) {
  return lab::format("{} run cancelled after ~{} seconds", title_of(mode), fixed(wall_ms / 1000, 2));
}

std::string demo_heading() { return "--- Async generator demo ---"; }

std::string yielded(std::uint64_t line, const std::string& name) {
  return lab::format("Yielded line {} from {}", line, name);
}

std::string exercise_heading(Exercise exercise) {
  return lab::format("--- Exercise: {} ---", text_of(exercise).title);
}

std::string comparison_heading() { return "--- Comparison ---"; }

std::string contender(const Contender& contender) {
  std::string line = lab::format("{}: ~{} seconds", contender.name, fixed(contender.median_ms / 1000, 2));
  if (contender.mode != Mode::sync)
    line += lab::format(", {} times as fast as sync", fixed(contender.speed_up, 1));
  return line;
}

}  // namespace weft::lab::log_lines
