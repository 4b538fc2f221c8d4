#pragma once

#include <cstdint>
#include <string_view>

namespace weft::lab {

/// How a run waits for its reads, and where it counts.
enum class Mode : std::uint8_t {
  /// One file after another; every read blocks the page's thread.
  sync,
  /// Every file on its own fiber; a read suspends that fiber only.
  async,
  /// Every file on its own fiber, which hands reading and counting to a worker and waits for the figures.
  workers,
};

/// "sync", "async", "workers": the words of the JavaScript API and of what is remembered.
std::string_view name_of(Mode mode);

/// "Sync", "Async", "Workers": the words of the log and of headings.
std::string_view title_of(Mode mode);

/// The mode behind that one; the first behind the last.
inline Mode next(Mode mode) {
  return mode == Mode::workers ? Mode::sync : static_cast<Mode>(static_cast<int>(mode) + 1);
}

}  // namespace weft::lab
