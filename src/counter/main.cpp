// What a worker of the page has of this program: the counting, and nothing else (web/counter.js). The sources
// of src/text are the same.

#include <cstddef>
#include <cstdlib>
#include <new>
#include <span>

#include <emscripten/emscripten.h>

#include "text/counter.hpp"
#include "text/packed_counts.hpp"

using weft::text::Counter;

namespace {

struct Workspace {
  // A worker counts one chunk at a time, so its files share a buffer.
  std::byte* buffer = nullptr;
  std::size_t capacity = 0;
  // For JavaScript to read.
  weft::text::PackedCounts figures;
};

Workspace& workspace() {
  static Workspace only;
  return only;
}

}  // namespace

extern "C" {

/// Null for lack of memory.
EMSCRIPTEN_KEEPALIVE Counter* weft_counter_make() { return new (std::nothrow) Counter; }

EMSCRIPTEN_KEEPALIVE void weft_counter_free(Counter* counter) { delete counter; }

/// Room for a chunk, until the next call. Null for lack of memory.
EMSCRIPTEN_KEEPALIVE std::byte* weft_counter_buffer(std::size_t size) {
  Workspace& space = workspace();
  if (space.buffer != nullptr && size <= space.capacity) return space.buffer;
  std::free(space.buffer);
  space.capacity = size;
  space.buffer = static_cast<std::byte*>(std::malloc(size == 0 ? 1 : size));
  return space.buffer;
}

/// Counts what is in the buffer, `passes` times over, as `text::count_file` does.
EMSCRIPTEN_KEEPALIVE void weft_counter_add(Counter* counter, std::size_t size, int passes) {
  const std::span<const std::byte> chunk(workspace().buffer, size);
  const Counter before = *counter;
  for (int pass = 0; pass < passes; ++pass) {
    *counter = before;
    counter->add(chunk);
  }
}

/// The figures of what has been added so far, `weft_counter_figure_count` of them; until the next call.
EMSCRIPTEN_KEEPALIVE const double* weft_counter_figures(const Counter* counter) {
  workspace().figures = pack(counter->finish());
  return workspace().figures.data();
}

EMSCRIPTEN_KEEPALIVE std::size_t weft_counter_figure_count() { return weft::text::packed_size; }
}
