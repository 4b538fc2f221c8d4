#include "lab/format.hpp"

#include <array>
#include <cstdio>

#include <fmt/format.h>

namespace weft::lab {

std::string format_values(fmt::string_view words, fmt::format_args values) {
  return fmt::vformat(words, values);
}

std::string fixed(double number, int decimals) {
  std::array<char, 80> text{};
  std::snprintf(text.data(), text.size(), "%.*f", decimals, number);
  return text.data();
}

std::string count(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
  return digits;
}

std::string short_count(std::uint64_t number) {
  const auto value = static_cast<double>(number);
  if (number < 999'950) return fixed(value / 1e3, 1) + " k";
  if (number < 999'950'000) return fixed(value / 1e6, 1) + " M";
  return fixed(value / 1e9, 1) + " G";
}

std::string count_of(std::uint64_t number, std::string_view singular, std::string_view plural) {
  return format("{} {}", count(number), number == 1 ? singular : plural);
}

std::string plain_count_of(std::uint64_t number, std::string_view singular, std::string_view plural) {
  return format("{} {}", number, number == 1 ? singular : plural);
}

std::string bytes(double number) {
  if (number < 0) return "–";
  if (number < 1000) return fixed(number, 0) + " B";
  constexpr std::array units = {"kB", "MB", "GB", "TB"};
  std::size_t unit = 0;
  number /= 1000;
  while (number >= 999.95 && unit + 1 < units.size()) {
    number /= 1000;
    ++unit;
  }
  return fixed(number, 1) + ' ' + units[unit];
}

std::string binary_bytes(std::uint64_t number) {
  if (number >= 1U << 30U && number % (1U << 30U) == 0) return format("{} GiB", number >> 30U);
  if (number >= 1U << 20U && number % (1U << 20U) == 0) return format("{} MiB", number >> 20U);
  if (number >= 1U << 10U && number % (1U << 10U) == 0) return format("{} KiB", number >> 10U);
  return format("{} B", count(number));
}

std::string duration(double ms) {
  if (ms < 999.5) return milliseconds(ms);
  if (ms < 99'995) return fixed(ms / 1000, 2) + " s";
  const auto seconds = static_cast<long long>(ms / 1000);
  return format("{} min {} s", seconds / 60, seconds % 60);
}

std::string milliseconds(double ms) {
  if (ms <= 0) return "0 ms";
  if (ms < 0.005) return "under 0.01 ms";
  return fixed(ms, ms < 0.095 ? 2 : ms < 9.95 ? 1 : 0) + " ms";
}

std::string seconds(double ms) {
  if (ms <= 0) return "0 seconds";
  int decimals = 2;
  for (double least_ms = 5; ms < least_ms && decimals < 6; least_ms /= 10) ++decimals;
  return fixed(ms / 1000, decimals) + " seconds";
}

std::string times(double factor) {
  if (factor >= 0.095) return fixed(factor, 1);
  return factor < 0.0005 ? "under 0.001" : fixed(factor, factor < 0.0095 ? 3 : 2);
}

std::string percent(double part) { return fixed(part * 100, 0) + " %"; }

}  // namespace weft::lab
