#pragma once

#include <cstdint>
#include <string>

#include "lab/comparison.hpp"
#include "lab/exercises/exercise.hpp"
#include "lab/file_row.hpp"
#include "lab/mode.hpp"

/// The lines of the log, word for word what a terminal version of the lesson prints.
namespace weft::lab::log_lines {

/// "--- Generating sample files ---"
std::string samples_heading();
/// "Created 10 sample files in data/"
std::string samples_created(std::size_t count, const std::string& directory);
/// "Wrote data/summary.csv: 1234 bytes"
std::string summary_written(const std::string& path, std::size_t bytes);
/// "--- Sync file processing ---"
std::string run_heading(Mode mode);
/// "Processed file_01.txt: 50 lines, 250 words"; for other ends "Failed …", "Skipped …", "Cancelled …".
std::string row(const FileRow& row);
/// "Sync total: ~0.12 seconds"
std::string run_total(Mode mode, double wall_ms);
/// "Sync run cancelled after ~0.12 seconds"
std::string run_cancelled(Mode mode, double wall_ms);
/// "--- Async generator demo ---"
std::string demo_heading();
/// "Failed file_01.txt: Cannot read …"
std::string failed(const std::string& name, const std::string& reason);
/// "Yielded line 1 from file_01.txt"
std::string yielded(std::uint64_t line, const std::string& name);
/// "--- Exercise: Close by scope ---"
std::string exercise_heading(const Exercise& exercise);
/// "--- Comparison ---"
std::string comparison_heading();
/// "Async, 8 in flight: ~0.05 seconds, 2.4 times as fast as sync"
std::string contender(const Contender& contender);

}  // namespace weft::lab::log_lines
