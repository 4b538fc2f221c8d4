#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>

// Where there is the first, the second brings all of {fmt} along.
#if __has_include(<fmt/base.h>)
#include <fmt/base.h>
#else
#include <fmt/core.h>
#endif

// How numbers, times and plurals are written, for all that a person reads.
namespace weft::lab {

/// `format` without its types: so {fmt} is compiled once, in format.cpp.
std::string format_values(fmt::string_view words, fmt::format_args values);

/// As std::format does, but for numbers with a fraction, which go through `fixed`: what {fmt} needs to print
/// them in every way is as large as the rest of it.
template <class... Args>
  requires(!std::floating_point<std::remove_cvref_t<Args>> && ...)
std::string format(fmt::format_string<Args...> words, Args&&... values) {
  return format_values(words, fmt::make_format_args(values...));
}

/// The number rounded to so many `decimals`: "12.35". It must be less than 10^60.
std::string fixed(double number, int decimals);

/// "12,345".
std::string count(std::uint64_t number);

/// "12.3 M": for where `count` does not fit.
std::string short_count(std::uint64_t number);

/// "1 file", "2,000 files".
std::string count_of(std::uint64_t number, std::string_view singular, std::string_view plural);

/// "1 file", "2000 files": as a terminal prints it.
std::string plain_count_of(std::uint64_t number, std::string_view singular, std::string_view plural);

/// "512 B", "1.4 kB", "20.0 MB". Thousands, as file managers count. "–" for a negative number, which is not
/// known.
std::string bytes(double number);

/// "512 B", "64 KiB": powers of two, as chunks are chosen.
std::string binary_bytes(std::uint64_t number);

/// "0.04 ms", "0.3 ms", "12 ms", "1.24 s", "2 min 5 s". What is too small to be written is "under 0.01 ms".
std::string duration(double ms);

/// The same, but never in larger units: "1243 ms".
std::string milliseconds(double ms);

/// "0.12 seconds", "0.004 seconds", "0.0004 seconds": as a terminal prints it.
std::string seconds(double ms);

/// How many times something is something else: "2.4", "0.04".
std::string times(double factor);

/// "42 %", for a part from 0 to 1.
std::string percent(double part);

}  // namespace weft::lab
