#pragma once

#include <concepts>
#include <string>
#include <type_traits>
#include <utility>

#include <fmt/format.h>

namespace weft::lab {

/// As std::format does, but for numbers with a fraction, which go through `fixed`: what {fmt} needs to print
/// them in every way is as large as the rest of it.
template <class... Args>
  requires(!std::floating_point<std::remove_cvref_t<Args>> && ...)
std::string format(fmt::format_string<Args...> words, Args&&... values) {
  return fmt::format(words, std::forward<Args>(values)...);
}

/// The number rounded to so many `decimals`: "12.35". It must be less than 10^60.
std::string fixed(double number, int decimals);

}  // namespace weft::lab
