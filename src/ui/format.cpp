#include "ui/format.hpp"

#include <array>

#include "lab/format.hpp"

namespace weft::ui {

std::string count(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
  return digits;
}

std::string short_count(std::uint64_t number) {
  const auto value = static_cast<double>(number);
  if (number < 1'000'000) return lab::fixed(value / 1e3, 1) + " k";
  if (number < 1'000'000'000) return lab::fixed(value / 1e6, 1) + " M";
  return lab::fixed(value / 1e9, 1) + " G";
}

std::string count_of(std::uint64_t number, const char* singular, const char* plural) {
  return lab::format("{} {}", count(number), number == 1 ? singular : plural);
}

std::string bytes(double number) {
  if (number < 0) return "–";
  if (number < 1000) return lab::fixed(number, 0) + " B";
  constexpr std::array units = {"kB", "MB", "GB", "TB"};
  std::size_t unit = 0;
  number /= 1000;
  while (number >= 999.95 && unit + 1 < units.size()) {
    number /= 1000;
    ++unit;
  }
  return lab::fixed(number, 1) + ' ' + units[unit];
}

std::string duration(double ms) {
  if (ms <= 0) return "0 ms";
  if (ms < 9.95) return lab::fixed(ms, 1) + " ms";
  if (ms < 999.5) return lab::fixed(ms, 0) + " ms";
  if (ms < 99'995) return lab::fixed(ms / 1000, 2) + " s";
  const auto seconds = static_cast<long long>(ms / 1000);
  return lab::format("{} min {} s", seconds / 60, seconds % 60);
}

std::string binary_bytes(std::uint64_t number) {
  if (number >= 1U << 20U && number % (1U << 20U) == 0) return lab::format("{} MiB", number >> 20U);
  if (number >= 1U << 10U && number % (1U << 10U) == 0) return lab::format("{} KiB", number >> 10U);
  return lab::format("{} B", count(number));
}

}  // namespace weft::ui
