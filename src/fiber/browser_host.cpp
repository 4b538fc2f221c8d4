#include "fiber/browser_host.hpp"

#include <emscripten/emscripten.h>

#include "fiber/scheduler.hpp"

extern "C" {

// In web/fiber/host.lib.js.
void weft_host_request_pump(bool after_events);
void weft_host_request_pump_at(double at_ms);

EMSCRIPTEN_KEEPALIVE void weft_pump() { weft::fiber::Scheduler::get().pump(); }

/// Records the outcome of an operation. It runs no fiber: call `weft_pump` afterwards, from a fresh stack, or
/// let the scheduler ask for it.
EMSCRIPTEN_KEEPALIVE void weft_complete(double ticket, int error, double value) {
  using weft::fiber::Scheduler;
  using weft::fiber::Ticket;
  Scheduler::get().complete(Ticket::from_number(ticket), {.error = error, .value = value});
}

/// Nonzero while somebody waits for the operation: only then may its buffer be written to.
EMSCRIPTEN_KEEPALIVE int weft_is_pending(double ticket) {
  using weft::fiber::Scheduler;
  using weft::fiber::Ticket;
  return Scheduler::get().operations().is_pending(Ticket::from_number(ticket)) ? 1 : 0;
}

/// The name of the running fiber, for reports of traps; empty outside a fiber.
EMSCRIPTEN_KEEPALIVE const char* weft_running_fiber_name() {
  auto& scheduler = weft::fiber::Scheduler::get();
  return scheduler.is_on_fiber() ? scheduler.current().name().data() : "";
}

/// Nonzero if the running fiber has used its stack beyond its end, which may be what the trap came of.
EMSCRIPTEN_KEEPALIVE int weft_running_fiber_overflowed() {
  auto& scheduler = weft::fiber::Scheduler::get();
  return scheduler.is_on_fiber() && scheduler.current().has_overflowed() ? 1 : 0;
}

}  // extern "C"

namespace weft::fiber {

double BrowserHost::now_ms() { return emscripten_get_now(); }

void BrowserHost::request_pump(When when) { weft_host_request_pump(when == When::after_events); }

void BrowserHost::request_pump_at(double at_ms) { weft_host_request_pump_at(at_ms); }

}  // namespace weft::fiber
