#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace weft::lab {

/// Where "Run the whole lesson" stands: the samples, a sync run over them, an async run, the generator demo.
enum class LessonStep : std::uint8_t {
  idle,
  samples,
  sync_run,
  async_run,
  generator_demo,
  finished,
  failed,
  cancelled
};

/// "Writing the sample files" …: a line for a person.
std::string_view to_words(LessonStep step);

/// Lines that the generator demo yields before it closes its generators half-way.
inline constexpr std::size_t demo_lines = 20;

}  // namespace weft::lab
