#pragma once

#include <algorithm>
#include <type_traits>

namespace weft::lab {

/// Options in range. `each_option` of their type tells the ranges.
template <class Options>
Options clamped(Options options) {
  each_option(options, [](const char* /*name*/, auto& value, double least, double most) {
    value = static_cast<std::remove_reference_t<decltype(value)>>(
        std::clamp(static_cast<double>(value), least, most));
  });
  return options;
}

}  // namespace weft::lab
