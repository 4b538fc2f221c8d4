#include "lab/memory.hpp"

#include <algorithm>

#include <emscripten/heap.h>
#include <malloc.h>

namespace weft::lab {

const MemoryFigures& MemoryGauge::measure() {
  // The field is a signed 32-bit number, and memory may grow to 4 GB.
  figures_.in_use = static_cast<double>(static_cast<unsigned>(mallinfo().uordblks));
  figures_.peak_in_use = std::max(figures_.peak_in_use, figures_.in_use);
  figures_.heap = static_cast<double>(emscripten_get_heap_size());
  return figures_;
}

void MemoryGauge::reset_peak() { figures_.peak_in_use = figures_.in_use; }

}  // namespace weft::lab
