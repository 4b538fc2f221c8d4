#pragma once

#include <cstdint>
#include <functional>
#include <vector>

namespace weft::fiber {

/// Callbacks at moments of the scheduler's clock, earliest first; those of one moment in the order they were
/// added.
class Timers {
 public:
  using Callback = std::function<void()>;

  void add(double at_ms, Callback callback);

  /// Calls what is due at `now_ms`. A callback may add timers; it must not suspend.
  void fire_due(double now_ms);

  /// The next due moment in ms; infinity if there is none.
  double next_ms() const;

  bool empty() const { return heap_.empty(); }

 private:
  struct Timer {
    double at_ms;
    std::uint64_t order;
    Callback callback;
  };
  static bool later(const Timer& a, const Timer& b);

  std::vector<Timer> heap_;
  std::uint64_t added_ = 0;
};

}  // namespace weft::fiber
