#pragma once

#include <cstddef>
#include <string>

#include "lab/comparison.hpp"

/// What an exercise that compares the modes has shown, from its figures: also where they do not show what
/// they should, and why that may be. The factors are those against sync, 0 where they cannot be told.
namespace weft::lab {

std::string about_latency(const CompareReport& report, double async_speed_up, std::size_t files);
std::string about_computing(const CompareReport& report, double async_speed_up);
std::string about_workers(const CompareReport& report, double async_speed_up, double workers_speed_up);

}  // namespace weft::lab
