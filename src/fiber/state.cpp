#include "fiber/state.hpp"

namespace weft::fiber {

bool is_legal_transition(State from, State to) {
  switch (from.phase()) {
    case Phase::ready:
      return to == State::running;
    case Phase::running:
      return to != State::running;
    case Phase::blocking:
      return to == State::running;
    case Phase::waiting:
      // A generator and its consumer hand the processor straight to each other, without the queue. A
      // generator may also end where it stands, when it is dropped before its first value was asked for.
      if (to == State::running)
        return from == State::waiting_on_generator || from == State::suspended_at_yield;
      return to == State::ready || (to == State::done && from == State::suspended_at_yield);
    // A pooled fiber begins its next body.
    case Phase::done:
      return to == State::ready || to == State::suspended_at_yield;
  }
  return false;
}

}  // namespace weft::fiber
