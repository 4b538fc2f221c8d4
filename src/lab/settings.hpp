#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "lab/file_list.hpp"
#include "lab/mode.hpp"
#include "text/text_decoder.hpp"
#include "vfs/file.hpp"

namespace weft::lab {

/// What a person can set. Any values may be put in; `clamped` brings them into range. What there is to know
/// of each of them is in setting_list.hpp.
struct Settings {
  Mode mode = Mode::async;
  /// Files in work at once in async and workers mode. There are as many workers as files in work, but no more
  /// than the machine has cores; a worker overlaps the reads of its files.
  int concurrency = 8;
  /// Bytes asked for in one read.
  std::uint32_t chunk_bytes = vfs::default_chunk_bytes;
  /// Added to every read, in ms.
  double latency_ms = 0;
  /// Smaller files are skipped.
  double min_bytes = 0;
  /// The file system's limit; one more open fails with EMFILE. What steppers hold open does not count: they
  /// may have as many again, all together.
  int max_open_files = 64;
  /// Bytes. A compressed file that holds more is cut off there, and fails with EFBIG.
  double max_unpacked_bytes = static_cast<double>(text::DecodeOptions::default_most_unpacked_bytes);
  /// How often each byte is counted: stands for heavier computing.
  int cpu_passes = 1;
  /// Every file is read as CSV, not only those that are named so.
  bool csv = false;

  friend bool operator==(const Settings&, const Settings&) = default;
};

/// Why a run over these files must fail with these settings, in words for a person; empty if it need not.
std::string why_it_must_fail(const Settings& settings, std::span<const FileEntry> files);

/// How a file is decoded under these settings.
text::DecodeOptions decode_options(const Settings& settings);

/// The nearest settings that are in range. What is not a number becomes its default.
Settings clamped(Settings settings);

}  // namespace weft::lab
