#pragma once

namespace weft::test {

/// Lets the JavaScript event loop go round once, while the calling fiber waits. Every fiber that is ready
/// runs until it waits for something else.
void turn_event_loop();

/// Goes round until `condition()` holds. A condition that never holds hangs the test, and CTest ends it.
template <class Condition>
void turn_event_loop_until(Condition condition) {
  while (!condition()) turn_event_loop();
}

}  // namespace weft::test
