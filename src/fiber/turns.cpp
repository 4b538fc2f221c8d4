#include "fiber/turns.hpp"

#include <algorithm>
#include <utility>

namespace weft::fiber {

using Kind = Cause::Kind;

Wake Turns::wait(State why, WaitQueue* queue) {
  if (is_cancelled()) return Wake::cancelled;
  Fiber& self = current();
  self.waiting_in_ = queue;
  set_state(self, why, Kind::own);
  self.context_.leave();
  self.waiting_in_ = nullptr;
  return after_switch(self);
}

Wake Turns::hand_over(Fiber& next, State mine) {
  Fiber& self = current();
  const double now = transition_ms();
  set_state(self, mine, Kind::own, now);
  set_state(next, State::running, Kind::hand_over, now);
  current_ = &next;
  self.context_.switch_to(next.context_);
  return after_switch(self);
}

Wake Turns::after_switch(Fiber& self) {
  return std::exchange(self.woken_by_cancel_, false) ? Wake::cancelled : Wake::resumed;
}

void Turns::yield() {
  Fiber& self = current();
  make_ready(self, Kind::own);
  self.context_.leave();
}

void Turns::set_blocking(bool blocking) {
  if (current_ != nullptr) set_state(*current_, blocking ? State::blocking : State::running, Kind::own);
}

void Turns::finish() {
  Fiber& self = current();
  set_state(self, State::done, Kind::own);
  self.context_.leave();
}

void Turns::wake(Fiber& fiber, Kind kind) {
  if (is_waiting(fiber.state_)) make_ready(fiber, kind);
}

void Turns::cancel(Fiber& fiber) {
  fiber.cancelled_ = true;
  if (fiber.shields_ > 0 || !is_waiting(fiber.state_)) return;
  if (fiber.waiting_in_ != nullptr) fiber.waiting_in_->remove(fiber);
  fiber.woken_by_cancel_ = true;
  make_ready(fiber, Kind::cancel);
}

void Turns::add(Fiber& fiber, State state) {
  fiber.cancelled_ = false;
  fiber.woken_by_cancel_ = false;
  fiber.times_ms_ = {};
  fiber.since_ms_ = transition_ms();
  if (state == State::ready) {
    make_ready(fiber, Kind::spawn);
  } else {
    set_state(fiber, state, Kind::spawn);
  }
}

void Turns::drop(Fiber& fiber) {
  assert(fiber.state_ == State::suspended_at_yield);
  fiber.body_.reset();
  set_state(fiber, State::done, Kind::cancel);
}

Fiber* Turns::run_next(double now_ms) {
  assert(current_ == nullptr);
  Fiber& next = *ready_.front();
  ready_.pop_front();
  // A timer that was due at `now_ms` may have made it ready a little later.
  set_state(next, State::running, Kind::turn, std::max(now_ms, next.since_ms_));
  current_ = &next;
  Context::enter(next.context_);
  // Fibers hand over to one another, so the one that came back need not be the one that was switched to.
  Fiber& last = *std::exchange(current_, nullptr);
  return last.state_ == State::done ? &last : nullptr;
}

// Asking the clock takes longer than a switch, so it is asked for somebody only.
double Turns::transition_ms() { return observer_ == nullptr ? 0 : host_.now_ms(); }

void Turns::set_state(Fiber& fiber, State state, Kind kind, double now_ms) {
  const State from = fiber.state_;
  assert(is_legal_transition(from, state));
  fiber.state_ = state;
  if (observer_ == nullptr) return;
  fiber.times_ms_[static_cast<std::size_t>(from.phase())] += now_ms - fiber.since_ms_;
  fiber.since_ms_ = now_ms;
  const Cause cause = {.kind = kind,
                       .by = current_ == nullptr ? 0 : current_->id_,
                       .ticket = kind == Kind::operation ? completed_ : Ticket{}};
  observer_->on_transition(fiber, {.from = from, .to = state, .at_ms = now_ms, .cause = cause});
}

void Turns::make_ready(Fiber& fiber, Kind kind) {
  set_state(fiber, State::ready, kind);
  ready_.push_back(&fiber);
  pumps_.ask_soon();
}

}  // namespace weft::fiber
