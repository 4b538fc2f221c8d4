#include "lab/log_lines.hpp"

#include <fmt/format.h>

#include "lab/exercises/catalogue.hpp"

namespace weft::lab::log_lines {

namespace {

/// "data" for "/data".
std::string below_root(const std::string& path) { return path.substr(path.find_first_not_of('/')); }

}  // namespace

std::string samples_heading() { return "--- Generating sample files ---"; }

std::string samples_created(std::size_t count, const std::string& directory) {
  return fmt::format("Created {} sample files in {}/", count, below_root(directory));
}

std::string summary_written(const std::string& path, std::size_t bytes) {
  return fmt::format("Wrote {}: {} bytes", below_root(path), bytes);
}

std::string run_heading(Mode mode) { return fmt::format("--- {} file processing ---", title_of(mode)); }

std::string row(const FileRow& row) {
  switch (row.status) {
    case FileStatus::done:
      return fmt::format("Processed {}: {} lines, {} words", row.name, row.figures.lines, row.figures.words);
    case FileStatus::skipped:
      return fmt::format("Skipped {}: {}", row.name, row.reason);
    case FileStatus::failed:
      return fmt::format("Failed {}: {}", row.name, row.reason);
    default:
      return fmt::format("Cancelled {}", row.name);
  }
}

std::string run_total(Mode mode, double wall_ms) {
  return fmt::format("{} total: ~{:.2f} seconds", title_of(mode), wall_ms / 1000);
}

std::string run_cancelled(Mode mode, double wall_ms) {
  return fmt::format("{} run cancelled after ~{:.2f} seconds", title_of(mode), wall_ms / 1000);
}

std::string demo_heading() { return "--- Async generator demo ---"; }

std::string yielded(std::uint64_t line, const std::string& name) {
  return fmt::format("Yielded line {} from {}", line, name);
}

std::string exercise_heading(Exercise exercise) {
  return fmt::format("--- Exercise: {} ---", text_of(exercise).title);
}

std::string comparison_heading() { return "--- Comparison ---"; }

std::string contender(const Contender& contender) {
  std::string line = fmt::format("{}: ~{:.2f} seconds", contender.name, contender.median_ms / 1000);
  if (contender.mode != Mode::sync) line += fmt::format(", {:.1f} times as fast as sync", contender.speed_up);
  return line;
}

}  // namespace weft::lab::log_lines
