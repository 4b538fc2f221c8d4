#include "fiber/timers.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace weft::fiber {

bool Timers::later(const Timer& a, const Timer& b) {
  return a.at_ms != b.at_ms ? a.at_ms > b.at_ms : a.order > b.order;
}

void Timers::add(double at_ms, Callback callback) {
  heap_.push_back({at_ms, added_++, std::move(callback)});
  std::ranges::push_heap(heap_, later);
}

void Timers::fire_due(double now_ms) {
  while (!heap_.empty() && heap_.front().at_ms <= now_ms) {
    std::ranges::pop_heap(heap_, later);
    const Callback callback = std::move(heap_.back().callback);
    heap_.pop_back();
    callback();
  }
}

double Timers::next_ms() const {
  return heap_.empty() ? std::numeric_limits<double>::infinity() : heap_.front().at_ms;
}

}  // namespace weft::fiber
