#pragma once

#include <span>
#include <string_view>

#include "lab/exercises/exercise.hpp"

namespace weft::lab {

// NOLINTNEXTLINE(bugprone-macro-parentheses): a declaration takes none
#define WEFT_EXERCISE(name) extern const Exercise name;
#include "lab/exercises/exercise_list.inc"
#undef WEFT_EXERCISE

/// In the order of the lesson.
std::span<const Exercise* const> all_exercises();
/// Null if no exercise has that id.
const Exercise* exercise_named(std::string_view id);

}  // namespace weft::lab
