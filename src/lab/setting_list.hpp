#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

#include "lab/setting_scale.hpp"
#include "lab/settings.hpp"

namespace weft::lab {

/// What a setting's value is: a number, a whole number, or yes and no as 1 and 0.
enum class SettingKind : std::uint8_t { number, whole, flag };

/// "number", "whole", "flag".
std::string_view name_of(SettingKind kind);

/// How a setting's value is written for a person.
enum class SettingFigure : std::uint8_t { count, milliseconds, times, binary_bytes, least_bytes };

/// All that is to be known of one setting. What clamps settings, what hands them to JavaScript and back, and
/// the panel's controls go through the list of these.
struct Setting {
  /// In the JavaScript API, and in what is remembered from visit to visit.
  const char* name;
  SettingKind kind;
  double least;
  double most;
  /// Of its slider.
  SettingScale scale;
  SettingFigure figure;
  const char* label;
  const char* hint;
  /// Few people need it: it stands below the others.
  bool is_rare = false;
  // `describe` puts these in.
  double (*get)(const Settings& settings) = nullptr;
  /// Takes what `clamp_setting` returns.
  void (*set)(Settings& settings, double value) = nullptr;
};

namespace setting_list_detail {

template <auto Member>
consteval Setting describe(Setting setting) {
  using Value = std::remove_cvref_t<decltype(Settings{}.*Member)>;
  setting.get = [](const Settings& settings) { return static_cast<double>(settings.*Member); };
  setting.set = [](Settings& settings, double value) { settings.*Member = static_cast<Value>(value); };
  return setting;
}

struct AnyValue {
  template <class Value>
  operator Value() const;  // NOLINT(google-explicit-constructor): this is what it is for
};

/// How many fields an aggregate has.
template <class Record, class... Values>
consteval std::size_t count_fields() {
  if constexpr (requires { Record{Values{}..., AnyValue{}}; }) {
    return count_fields<Record, Values..., AnyValue>();
  } else {
    return sizeof...(Values);
  }
}

inline constexpr double most_bytes =
    9007199254740991;  // 2^53 - 1, the last whole number that JavaScript is sure of

}  // namespace setting_list_detail

/// All settings but the mode, in the order of the panel.
inline constexpr std::array setting_list = {
    setting_list_detail::describe<&Settings::concurrency>({
        .name = "concurrency",
        .kind = SettingKind::whole,
        .least = 1,
        .most = 256,
        .scale = SettingScale::counts,
        .figure = SettingFigure::count,
        .label = "Files at once",
        .hint = "How many files async and workers work on at the same time. The others wait for their turn.",
    }),
    setting_list_detail::describe<&Settings::latency_ms>({
        .name = "latencyMs",
        .kind = SettingKind::number,
        .least = 0,
        .most = 200,
        .scale = SettingScale::linear,
        .figure = SettingFigure::milliseconds,
        .label = "Added latency",
        .hint = "Slows every read down, as a network or an old disk would. This is where async pays.",
    }),
    setting_list_detail::describe<&Settings::chunk_bytes>({
        .name = "chunkBytes",
        .kind = SettingKind::whole,
        .least = 1,
        .most = 64.0 * 1024 * 1024,
        .scale = SettingScale::powers_of_two,
        .figure = SettingFigure::binary_bytes,
        .label = "Chunk size",
        .hint = "Bytes asked for in one read. Small chunks mean many reads.",
    }),
    setting_list_detail::describe<&Settings::cpu_passes>({
        .name = "cpuPasses",
        .kind = SettingKind::whole,
        .least = 1,
        .most = 100,
        .scale = SettingScale::linear,
        .figure = SettingFigure::times,
        .label = "Computing",
        .hint = "How often every byte is counted. Overlapping waits do not help with this part; workers do.",
    }),
    setting_list_detail::describe<&Settings::min_bytes>({
        .name = "minBytes",
        .kind = SettingKind::whole,
        .least = 0,
        .most = setting_list_detail::most_bytes,
        .scale = SettingScale::powers_of_ten,
        .figure = SettingFigure::least_bytes,
        .label = "Smallest file",
        .hint = "Smaller files are skipped.",
    }),
    setting_list_detail::describe<&Settings::max_open_files>({
        .name = "maxOpenFiles",
        .kind = SettingKind::whole,
        .least = 1,
        .most = 4096,
        .scale = SettingScale::counts,
        .figure = SettingFigure::count,
        .label = "Open files",
        .hint = "The most files that may be open at once. One more fails with EMFILE, as on a real system.",
    }),
    setting_list_detail::describe<&Settings::csv>({
        .name = "csv",
        .kind = SettingKind::flag,
        .least = 0,
        .most = 1,
        .scale = SettingScale::linear,
        .figure = SettingFigure::count,
        .label = "Read every file as CSV",
        .hint = "Rows, columns and bad rows are counted too. Files named .csv and .tsv are read so anyway.",
    }),
    setting_list_detail::describe<&Settings::max_unpacked_bytes>({
        .name = "maxUnpackedBytes",
        .kind = SettingKind::whole,
        .least = 1,
        .most = setting_list_detail::most_bytes,
        .scale = SettingScale::powers_of_two,
        .figure = SettingFigure::binary_bytes,
        .label = "Unpacked at most",
        .hint =
            "Of a compressed file that holds more than this the rest is not read, and it fails with EFBIG.",
        .is_rare = true,
    }),
};

static_assert(setting_list.size() + 1 == setting_list_detail::count_fields<Settings>(),
              "each setting but the mode has its place in setting_list");

/// The nearest value in range; the default for what is not a number.
double clamp_setting(const Setting& setting, double value);

}  // namespace weft::lab
