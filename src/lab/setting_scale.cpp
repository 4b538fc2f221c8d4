#include "lab/setting_scale.hpp"

#include <cmath>

namespace weft::lab {
namespace {

constexpr int single_counts = 16;
constexpr int counts_a_doubling = 8;

double count_at(int step) {
  if (step < single_counts) return step;
  const int doublings = (step - single_counts) / counts_a_doubling;
  const int part = (step - single_counts) % counts_a_doubling;
  return std::ldexp(counts_a_doubling + part, doublings + 1);
}

double power_of_ten_at(int step) {
  double value = step == 0 ? 0 : 1;
  for (int power = 1; power < step; ++power) value *= 10;
  return value;
}

}  // namespace

double value_at(SettingScale scale, int step) {
  switch (scale) {
    case SettingScale::linear:
      return step;
    case SettingScale::counts:
      return count_at(step);
    case SettingScale::powers_of_two:
      return std::ldexp(1.0, step);
    case SettingScale::powers_of_ten:
      return power_of_ten_at(step);
  }
  return step;
}

int step_of(SettingScale scale, double value) {
  if (scale == SettingScale::linear) return static_cast<int>(std::lround(value));
  int step = 0;
  while (value_at(scale, step + 1) <= value) ++step;
  return step;
}

}  // namespace weft::lab
