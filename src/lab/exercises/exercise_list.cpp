#include "lab/exercises/exercise_list.hpp"

#include <algorithm>
#include <array>

namespace weft::lab {
namespace {

#define WEFT_EXERCISE(name) &(name),
constexpr std::array all = {
#include "lab/exercises/exercise_list.inc"
};
#undef WEFT_EXERCISE

}  // namespace

std::span<const Exercise* const> all_exercises() { return all; }

const Exercise* exercise_named(std::string_view id) {
  const auto found = std::ranges::find(all, id, &Exercise::id);
  return found == all.end() ? nullptr : *found;
}

}  // namespace weft::lab
