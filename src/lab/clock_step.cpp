#include "lab/clock_step.hpp"

#include <algorithm>
#include <limits>

#include "fiber/scheduler.hpp"

namespace weft::lab {
namespace {

// More looks than fit into the coarsest step.
constexpr int patience = 4'000'000;

/// The time at the next move of the clock; `since_ms` if it does not move.
double next_move(double since_ms) {
  fiber::Scheduler& scheduler = fiber::Scheduler::get();
  double now_ms = since_ms;
  for (int look = 0; look < patience && now_ms == since_ms; ++look) now_ms = scheduler.now_ms();
  return now_ms;
}

}  // namespace

double measure_clock_step() {
  // One step may be long because the thread was busy elsewhere; the least of some is not.
  constexpr int enough = 5;
  constexpr double fine_ms = 0.5;
  double step_ms = std::numeric_limits<double>::infinity();
  double at_ms = next_move(fiber::Scheduler::get().now_ms());
  for (int move = 0; move < enough && step_ms > fine_ms; ++move) {
    const double next_ms = next_move(at_ms);
    if (next_ms == at_ms) return 0;
    step_ms = std::min(step_ms, next_ms - at_ms);
    at_ms = next_ms;
  }
  return step_ms;
}

}  // namespace weft::lab
