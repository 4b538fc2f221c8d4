#pragma once

namespace weft::lab {

/// The module's memory in bytes. WebAssembly memory only grows, so `heap` tells the most that was ever
/// needed.
struct MemoryFigures {
  /// Allocated now.
  double in_use = 0;
  /// The largest `in_use` that was seen when figures were taken.
  double peak_in_use = 0;
  /// The size of the WebAssembly memory.
  double heap = 0;
};

/// Takes the figures now and then: finding what is in use walks the heap.
class MemoryGauge {
 public:
  const MemoryFigures& measure();
  const MemoryFigures& figures() const { return figures_; }
  /// From now on `peak_in_use` is of what comes.
  void reset_peak();

 private:
  MemoryFigures figures_;
};

}  // namespace weft::lab
