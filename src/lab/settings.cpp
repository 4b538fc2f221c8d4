#include "lab/settings.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "lab/format.hpp"

namespace weft::lab {
namespace {

double clamped_number(double value, double low, double high, double otherwise) {
  return std::isnan(value) ? otherwise : std::clamp(value, low, high);
}

}  // namespace

std::string_view name_of(Mode mode) {
  switch (mode) {
    case Mode::sync:
      return "sync";
    case Mode::async:
      return "async";
    case Mode::workers:
      return "workers";
  }
  return "unknown";
}

std::string_view title_of(Mode mode) {
  switch (mode) {
    case Mode::sync:
      return "Sync";
    case Mode::async:
      return "Async";
    case Mode::workers:
      return "Workers";
  }
  return "Unknown";
}

std::string why_it_must_fail(const Settings& settings, std::span<const FileEntry> files) {
  if (settings.mode == Mode::sync || settings.concurrency <= settings.max_open_files) return {};
  // The others are skipped without being opened.
  const auto is_opened = [&](const FileEntry& file) {
    return file.size < 0 || file.size >= settings.min_bytes;
  };
  const auto at_once =
      std::min<std::ptrdiff_t>(settings.concurrency, std::ranges::count_if(files, is_opened));
  if (at_once <= settings.max_open_files) return {};
  return lab::format(
      "{} files would be read at once, but only {} may be open: the others would fail (EMFILE). Set Files at "
      "once to {} at most, or Open files to {} at least.",
      at_once, settings.max_open_files, settings.max_open_files, at_once);
}

text::DecodeOptions decode_options(const Settings& settings) {
  return {.most_unpacked_bytes = static_cast<std::uint64_t>(settings.max_unpacked_bytes)};
}

Settings clamped(Settings settings) {
  using Limits = SettingLimits;
  constexpr Settings defaults;
  return {
      .mode = settings.mode <= Mode::workers ? settings.mode : defaults.mode,
      .concurrency = std::clamp(settings.concurrency, Limits::concurrency_min, Limits::concurrency_max),
      .chunk_bytes = std::clamp(settings.chunk_bytes, Limits::chunk_bytes_min, Limits::chunk_bytes_max),
      .latency_ms = clamped_number(settings.latency_ms, Limits::latency_ms_min, Limits::latency_ms_max,
                                   defaults.latency_ms),
      .min_bytes = clamped_number(settings.min_bytes, Limits::min_bytes_min, Limits::min_bytes_max,
                                  defaults.min_bytes),
      .max_open_files =
          std::clamp(settings.max_open_files, Limits::max_open_files_min, Limits::max_open_files_max),
      .max_unpacked_bytes = clamped_number(settings.max_unpacked_bytes, Limits::max_unpacked_bytes_min,
                                           Limits::max_unpacked_bytes_max, defaults.max_unpacked_bytes),
      .cpu_passes = std::clamp(settings.cpu_passes, Limits::cpu_passes_min, Limits::cpu_passes_max),
      .csv = settings.csv,
  };
}

}  // namespace weft::lab
