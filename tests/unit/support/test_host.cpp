#include "support/test_host.hpp"

#include "fiber/scheduler.hpp"
#include "support/event_loop.hpp"

namespace weft::test {

TestHost& TestHost::get() {
  static TestHost host;
  return host;
}

void TestHost::request_pump_at(double at_ms) {
  if (!stopped_at_ms_) fiber::BrowserHost::request_pump_at(at_ms);
}

void TestHost::advance(double ms) {
  *stopped_at_ms_ += ms;
  turn_event_loop();
  fiber::Scheduler::get().yield_now();
}

void TestHost::release_clock() { stopped_at_ms_.reset(); }

}  // namespace weft::test
