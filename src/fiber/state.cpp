#include "fiber/state.hpp"

namespace weft::fiber {

std::string_view to_words(State state) {
  switch (state) {
    case State::ready:
      return "ready";
    case State::running:
      return "running";
    case State::blocking:
      return "blocking the thread";
    case State::waiting_on_io:
      return "waiting for a read";
    case State::waiting_on_worker:
      return "waiting for a worker";
    case State::waiting_on_semaphore:
      return "waiting for a semaphore";
    case State::waiting_on_event:
      return "waiting for an event";
    case State::waiting_on_group:
      return "waiting for a task group";
    case State::waiting_on_generator:
      return "waiting for a generator";
    case State::suspended_at_yield:
      return "suspended at a yield";
    case State::sleeping:
      return "sleeping";
    case State::done:
      return "done";
  }
  return "unknown";
}

bool is_waiting(State state) {
  switch (state) {
    case State::waiting_on_io:
    case State::waiting_on_worker:
    case State::waiting_on_semaphore:
    case State::waiting_on_event:
    case State::waiting_on_group:
    case State::waiting_on_generator:
    case State::suspended_at_yield:
    case State::sleeping:
      return true;
    default:
      return false;
  }
}

bool is_legal_transition(State from, State to) {
  switch (from) {
    case State::ready:
      return to == State::running;
    case State::running:
      return to == State::ready || to == State::blocking || to == State::done || is_waiting(to);
    case State::blocking:
      return to == State::running;
    // A generator and its consumer hand the processor straight to each other, without the queue.
    case State::waiting_on_generator:
      return to == State::ready || to == State::running;
    // It may also end there, when it is dropped before its first value was asked for.
    case State::suspended_at_yield:
      return to == State::ready || to == State::running || to == State::done;
    // A pooled fiber begins its next body.
    case State::done:
      return to == State::ready || to == State::suspended_at_yield;
    default:
      return to == State::ready;
  }
}

}  // namespace weft::fiber
