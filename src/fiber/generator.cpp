#include "fiber/generator.hpp"

#include <cassert>

namespace weft::fiber {

void* GeneratorCore::next() {
  if (fiber_ == nullptr || is_closing_) return nullptr;
  if (Scheduler::get().is_cancelled()) {
    close();
    return nullptr;
  }
  resume();
  return value_;
}

// Returns when the body has yielded or ended. If the consumer is cancelled in between, the body is cancelled
// and run to its end, because it may refer to what the consumer is about to destroy.
void GeneratorCore::resume() {
  assert(consumer_ == nullptr);
  Turns& turns = Scheduler::get().turns();
  consumer_ = &turns.current();
  has_started_ = true;
  value_ = nullptr;
  const Wake wake = fiber_->state() == State::suspended_at_yield
                        ? turns.hand_over(*fiber_, State::waiting_on_generator)
                        : turns.wait(State::waiting_on_generator);
  if (wake == Wake::cancelled) {
    is_closing_ = true;
    Scheduler::get().cancel(id_);
  }
  if (is_closing_) {
    const Shield shield;
    while (fiber_ != nullptr) (void)turns.wait(State::waiting_on_generator);
    value_ = nullptr;
  }
  consumer_ = nullptr;
}

bool GeneratorCore::yield(void* value) {
  if (is_closing_) return false;
  Turns& turns = Scheduler::get().turns();
  value_ = value;
  if (consumer_->state() == State::waiting_on_generator) {
    (void)turns.hand_over(*consumer_, State::suspended_at_yield);
  } else {
    (void)turns.wait(State::suspended_at_yield);
  }
  return !is_closing_ && !turns.is_cancelled();
}

void GeneratorCore::finish() {
  value_ = nullptr;
  fiber_ = nullptr;
  if (consumer_ != nullptr) Scheduler::get().turns().wake(*consumer_);
}

void GeneratorCore::close() {
  if (fiber_ == nullptr) return;
  is_closing_ = true;
  if (!has_started_) {
    Scheduler::get().discard(*std::exchange(fiber_, nullptr));
    return;
  }
  const Shield shield;
  resume();
}

Progress GeneratorCore::progress() const {
  if (fiber_ == nullptr) return Progress::finished;
  if (!has_started_) return Progress::not_started;
  if (fiber_->state() == State::suspended_at_yield) return Progress::suspended;
  return is_waiting(fiber_->state()) ? Progress::waiting : Progress::running;
}

}  // namespace weft::fiber
