#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "fiber/fiber.hpp"
#include "lab/file_list.hpp"
#include "text/counts.hpp"
#include "text/csv_counts.hpp"
#include "text/text_form.hpp"
#include "vfs/error.hpp"

namespace weft::lab {

enum class FileStatus : std::uint8_t {
  /// Not begun; its fiber may wait for its turn.
  queued,
  running,
  done,
  /// Left out on purpose; `FileRow::reason` says why.
  skipped,
  /// `FileRow::error` says why.
  failed,
  /// Stopped by a person. What was counted until then stays.
  cancelled,
};

/// "queued", "running" … the words of the JavaScript API.
std::string_view name_of(FileStatus status);

/// Nothing will change any more.
bool has_ended(FileStatus status);

/// What was found in a file, or in the part of it that was read.
using Figures = text::Counts;

/// How one file fares in a run. It changes while the run goes on.
struct FileRow {
  FileNumber number = 0;
  std::string path = {};
  std::string name = {};
  FileStatus status = FileStatus::queued;
  /// Bytes of the file: of the list until it is opened, then of the file; -1 while not known.
  double size = -1;
  /// Live while running.
  Figures figures = {};
  /// How the text is in the file. Live while running.
  text::TextForm form = {};
  /// What is known of it as CSV.
  text::CsvOptions csv_options = {};
  /// What it holds as CSV; nothing if it is not read as such. Live while running.
  std::optional<text::CsvCounts> csv = {};
  /// 0 … 1, for a bar.
  float progress = 0;
  /// Set if failed.
  std::optional<vfs::Error> error = {};
  /// The failure, or why it was skipped, in words; else empty.
  std::string reason = {};
  /// Place in completion order, from 1. 0 until the file has ended, and for one that was cancelled.
  int order = 0;
  /// From its turn (after the semaphore) to its end, in ms; then split: waiting for reads and opens, and
  /// computing. What is left over, it stood ready while another fiber ran.
  double elapsed_ms = 0;
  double wait_ms = 0;
  double cpu_ms = 0;
  /// The part of `elapsed_ms` in which another fiber blocked the thread: whatever this one waited for, it
  /// could not have gone on.
  double stalled_ms = 0;
  /// The fiber that works on it, for the timeline; 0 before it has one. All files of a sync run share one.
  fiber::FiberId fiber = 0;
};

}  // namespace weft::lab
