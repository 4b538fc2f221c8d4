#pragma once

#include <string>
#include <string_view>

#include "lab/comparison.hpp"
#include "lab/exercises/exercise.hpp"

/// What exercises that compare the modes have in common. What they have shown they say from their figures,
/// also where these do not show what they should: factors are those against sync, 0 where they cannot be
/// told.
namespace weft::lab {

/// "Every read took 40 ms longer."
std::string what_was_done(const CompareReport& report);
/// "With latency, sync took 480 ms and async 61 ms: 7.9 × as fast."
std::string speeds_with(std::string_view condition, const ExerciseReport& report);

}  // namespace weft::lab
