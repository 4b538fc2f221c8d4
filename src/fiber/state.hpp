#pragma once

#include <cstdint>
#include <string_view>

namespace weft::fiber {

/// Where a fiber stands with the scheduler.
enum class Phase : std::uint8_t {
  /// In the queue; it runs when its turn comes.
  ready,
  /// On the processor. At most one fiber of a module is.
  running,
  /// On the processor, but inside a call that blocks the whole thread: nothing else can run meanwhile.
  blocking,
  /// Off the processor until someone makes it ready.
  waiting,
  /// Its body has returned; its stack goes back to the pool.
  done,
};

inline constexpr int phase_count = static_cast<int>(Phase::done) + 1;

/// What a state is: its name in lower case, as people are shown it, and the phase it belongs to. Each is a
/// constant, and a state of its own.
struct StateRecord {
  std::string_view name;
  Phase phase;
};

/// A state of waiting. Whoever has fibers wait for something new names it:
///
///     inline constexpr fiber::Wait for_answer("waiting for an answer");
struct Wait : StateRecord {
  constexpr explicit Wait(std::string_view name) : StateRecord{name, Phase::waiting} {}
};

namespace states {
inline constexpr StateRecord ready{"ready", Phase::ready};
inline constexpr StateRecord running{"running", Phase::running};
inline constexpr StateRecord blocking{"blocking the thread", Phase::blocking};
inline constexpr StateRecord done{"done", Phase::done};
inline constexpr Wait on_semaphore("waiting for a semaphore");
inline constexpr Wait on_event("waiting for an event");
inline constexpr Wait on_group("waiting for a task group");
inline constexpr Wait on_generator("waiting for a generator");
inline constexpr Wait at_yield("suspended at a yield");
inline constexpr Wait sleeping("sleeping");
}  // namespace states

/// What a fiber is doing. The scheduler asserts every transition, and the page's timeline draws these very
/// states.
class State {
 public:
  constexpr State(const StateRecord& record) : record_(&record) {}
  State(const StateRecord&&) = delete;

  // Constants, defined below, where the class is complete.
  // NOLINTBEGIN(bugprone-dynamic-static-initializers)
  static const State ready;
  static const State running;
  static const State blocking;
  /// Waiting for a permit of a semaphore.
  static const State waiting_on_semaphore;
  /// Waiting for an event that another fiber or the page sets.
  static const State waiting_on_event;
  /// Waiting for the fibers of a task group to end.
  static const State waiting_on_group;
  /// A consumer that waits for the next value of a generator.
  static const State waiting_on_generator;
  /// A generator that has handed over a value, or has not been asked for its first one yet.
  static const State suspended_at_yield;
  /// Waiting for a moment in time.
  static const State sleeping;
  static const State done;
  // NOLINTEND(bugprone-dynamic-static-initializers)

  constexpr Phase phase() const { return record_->phase; }
  constexpr std::string_view name() const { return record_->name; }
  friend constexpr bool operator==(State, State) = default;

 private:
  const StateRecord* record_;
};

inline constexpr State State::ready = states::ready;
inline constexpr State State::running = states::running;
inline constexpr State State::blocking = states::blocking;
inline constexpr State State::waiting_on_semaphore = states::on_semaphore;
inline constexpr State State::waiting_on_event = states::on_event;
inline constexpr State State::waiting_on_group = states::on_group;
inline constexpr State State::waiting_on_generator = states::on_generator;
inline constexpr State State::suspended_at_yield = states::at_yield;
inline constexpr State State::sleeping = states::sleeping;
inline constexpr State State::done = states::done;

constexpr std::string_view name_of(State state) { return state.name(); }

/// True if a fiber may go from `from` to `to`.
bool is_legal_transition(State from, State to);

/// It is on the processor, whether others could have it or not.
inline bool has_thread(State state) {
  return state.phase() == Phase::running || state.phase() == Phase::blocking;
}

inline bool is_waiting(State state) { return state.phase() == Phase::waiting; }

}  // namespace weft::fiber
