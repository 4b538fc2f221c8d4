#include "support/event_loop.hpp"

#include <emscripten/em_js.h>

#include "fiber/operation.hpp"
#include "fiber/state.hpp"

// A message rather than a timer: it comes after every promise that is settled by now.
EM_JS(void, weft_test_complete_later, (double ticket), {
  const complete = () => _weft_complete(ticket, 0, 0);
  if (typeof setImmediate == 'function') {
    setImmediate(complete);
    return;
  }
  const channel = new MessageChannel();
  channel.port1.onmessage = () => {
    channel.port1.close();
    complete();
  };
  channel.port2.postMessage(null);
});

namespace weft::test {

void turn_event_loop() {
  fiber::Operation turn;
  weft_test_complete_later(turn.ticket().to_number());
  (void)turn.wait(fiber::State::waiting_on_event);
}

}  // namespace weft::test
