#pragma once

#include <cstdint>
#include <string_view>

namespace weft::fiber {

/// What a fiber is doing. The scheduler asserts every transition, and the page's timeline draws these very
/// states.
enum class State : std::uint8_t {
  /// In the scheduler's queue; runs when its turn comes.
  ready,
  /// On the processor. At most one fiber of a module is in this state.
  running,
  /// On the processor, but inside a call that blocks the whole thread: nothing else can run meanwhile.
  blocking,
  /// Waiting for something outside the module (a read, an open, a write) to be completed.
  waiting_on_io,
  /// Waiting for a worker, which computes in its stead on another thread.
  waiting_on_worker,
  /// Waiting for a permit of a semaphore.
  waiting_on_semaphore,
  /// Waiting for an event that another fiber or the page sets.
  waiting_on_event,
  /// Waiting for the fibers of a task group to end.
  waiting_on_group,
  /// A consumer that waits for the next value of a generator.
  waiting_on_generator,
  /// A generator that has handed over a value, or has not been asked for its first one yet.
  suspended_at_yield,
  /// Waiting for a moment in time.
  sleeping,
  /// Its body has returned; its stack goes back to the pool.
  done,
};

inline constexpr int state_count = static_cast<int>(State::done) + 1;

/// The state in words, in lower case: "waiting for a read".
std::string_view to_words(State state);

/// True if a fiber may go from `from` to `to`.
bool is_legal_transition(State from, State to);

/// True for the states in which a fiber is off the processor until someone makes it ready.
bool is_waiting(State state);

}  // namespace weft::fiber
