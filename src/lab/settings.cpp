#include "lab/settings.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "lab/format.hpp"
#include "lab/setting_list.hpp"

namespace weft::lab {

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

std::string_view name_of(SettingKind kind) {
  switch (kind) {
    case SettingKind::number:
      return "number";
    case SettingKind::whole:
      return "whole";
    case SettingKind::flag:
      return "flag";
  }
  return "number";
}

double clamp_setting(const Setting& setting, double value) {
  return std::isnan(value) ? setting.get(Settings{}) : std::clamp(value, setting.least, setting.most);
}

Settings clamped(Settings settings) {
  if (settings.mode > Mode::workers) settings.mode = Settings{}.mode;
  for (const Setting& setting : setting_list)
    setting.set(settings, clamp_setting(setting, setting.get(settings)));
  return settings;
}

}  // namespace weft::lab
