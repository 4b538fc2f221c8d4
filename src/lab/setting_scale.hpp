#pragma once

#include <cstdint>

namespace weft::lab {

/// How a slider's steps, which are whole numbers, stand for values.
enum class SettingScale : std::uint8_t {
  /// Each value a step.
  linear,
  /// Each whole number up to 16, then eight to a doubling: 16, 18 … 32, 36 … 64, 72 …
  counts,
  /// 1, 2, 4 …
  powers_of_two,
  /// 0, 1, 10, 100 …
  powers_of_ten,
};

/// The value of a step. It grows with the step.
double value_at(SettingScale scale, int step);

/// The last step whose value is no larger; values are from 0, and from 1 for powers of two.
int step_of(SettingScale scale, double value);

}  // namespace weft::lab
