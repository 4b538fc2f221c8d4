// What a worker of the page has of this program: the counting, and nothing else (web/counter/counter.js). The
// sources of src/text are the same.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <new>
#include <span>

#include <emscripten/emscripten.h>

#include "text/packed_counts.hpp"
#include "text/text_counter.hpp"

using weft::text::TextCounter;

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

/// Null for lack of memory. No more than `most_unpacked_bytes` are unpacked of a compressed file.
EMSCRIPTEN_KEEPALIVE TextCounter* weft_counter_make(double most_unpacked_bytes) {
  return new (std::nothrow)
      TextCounter({.most_unpacked_bytes = static_cast<std::uint64_t>(most_unpacked_bytes)});
}

EMSCRIPTEN_KEEPALIVE void weft_counter_free(TextCounter* counter) { delete counter; }

/// Room for a chunk, until the next call. Null for lack of memory.
EMSCRIPTEN_KEEPALIVE std::byte* weft_counter_buffer(std::size_t size) {
  Workspace& space = workspace();
  if (space.buffer != nullptr && size <= space.capacity) return space.buffer;
  std::free(space.buffer);
  space.capacity = size;
  space.buffer = static_cast<std::byte*>(std::malloc(size == 0 ? 1 : size));
  return space.buffer;
}

/// Counts what is in the buffer, or the end of the file if that is nothing, every piece `passes` times over,
/// as `reading::count_file` does.
EMSCRIPTEN_KEEPALIVE void weft_counter_add(TextCounter* counter, std::size_t size, int passes) {
  if (size == 0) {
    counter->finish();
  } else {
    counter->feed({workspace().buffer, size});
  }
  while (!counter->next().empty())
    for (int pass = 1; pass < passes; ++pass) counter->count_again();
}

/// Whether a little of the file may be very much text.
EMSCRIPTEN_KEEPALIVE bool weft_counter_unpacks(const TextCounter* counter) { return counter->is_gzip(); }

/// Nothing more will be found: the figures tell why.
EMSCRIPTEN_KEEPALIVE bool weft_counter_has_trouble(const TextCounter* counter) {
  return counter->trouble() != weft::text::TextTrouble::none;
}

/// The figures of what has been added so far, `weft_counter_figure_count` of them; until the next call.
EMSCRIPTEN_KEEPALIVE const double* weft_counter_figures(const TextCounter* counter) {
  workspace().figures = pack(counter->counts(), counter->trouble());
  return workspace().figures.data();
}

EMSCRIPTEN_KEEPALIVE std::size_t weft_counter_figure_count() { return weft::text::packed_size; }
}
