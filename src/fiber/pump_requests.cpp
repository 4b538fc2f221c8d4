#include "fiber/pump_requests.hpp"

#include <cassert>

namespace weft::fiber {

void PumpRequests::ask(Host::When when) {
  if (is_asked_) return;
  is_asked_ = true;
  host_.request_pump(when);
}

void PumpRequests::ask_at(double at_ms) {
  if (is_pumping_ || at_ms == asked_at_ms_) return;
  asked_at_ms_ = at_ms;
  host_.request_pump_at(at_ms);
}

void PumpRequests::begin(double now_ms) {
  assert(!is_pumping_);
  is_pumping_ = true;
  is_asked_ = false;
  if (asked_at_ms_ <= now_ms) asked_at_ms_ = never;
}

void PumpRequests::end(bool is_any_ready, double next_timer_ms) {
  is_pumping_ = false;
  if (is_any_ready) ask(Host::When::after_events);
  ask_at(next_timer_ms);
}

}  // namespace weft::fiber
