#pragma once

#include <cstdint>
#include <string_view>

namespace weft::lab {

/// What the lab is busy with. Steppers are not part of it: they work beside anything.
enum class Activity : std::uint8_t {
  none,
  running,
  comparing,
  writing_samples,
  writing_summary,
  lesson,
  exercise
};

/// "run", "comparison" …: the name of the fiber that does it.
std::string_view name_of(Activity activity);

/// "A run is under way" …
std::string_view to_message(Activity activity);

}  // namespace weft::lab
