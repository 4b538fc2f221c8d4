#include "fiber/scheduler.hpp"

#include <cerrno>

namespace weft::fiber {

Scheduler::Scheduler(Host& host, SchedulerOptions options)
    : host_(host), budget_ms_(options.budget_ms), fibers_(options.pooled_stacks) {
  assert(instance_ == nullptr);
  instance_ = this;
}

Scheduler::~Scheduler() {
  assert(fibers_.live() == 0);
  instance_ = nullptr;
}

Fiber& Scheduler::start(std::string name, std::unique_ptr<Body> body, StackSizes sizes, State state) {
  Fiber& fiber = fibers_.make(std::move(name), std::move(body), sizes);
  turns_.add(fiber, state);
  return fiber;
}

void Scheduler::discard(Fiber& fiber) {
  turns_.drop(fiber);
  fibers_.retire(fiber);
}

void Scheduler::cancel(FiberId id) {
  if (Fiber* fiber = fibers_.find(id)) turns_.cancel(*fiber);
}

void Scheduler::pump() {
  double now = now_ms();
  const double deadline = now + budget_ms_;
  pumps_.begin(now);
  timers_.fire_due(now);
  while (turns_.is_any_ready() && now < deadline) {
    if (Fiber* ended = turns_.run_next(now)) fibers_.retire(*ended);
    now = now_ms();
    timers_.fire_due(now);
  }
  pumps_.end(turns_.is_any_ready(), timers_.next_ms());
}

void Scheduler::call_at(double at_ms, Timers::Callback callback) {
  timers_.add(at_ms, std::move(callback));
  pumps_.ask_at(timers_.next_ms());
}

void Scheduler::complete(Ticket ticket, Outcome outcome) {
  if (!operations_.is_pending(ticket)) return;
  note_end(ticket, outcome);
  if (Fiber* waiter = operations_.complete(ticket, outcome)) turns_.wake(*waiter, ticket);
}

bool Scheduler::give_up(Ticket ticket) {
  const bool was_pending = operations_.is_pending(ticket);
  if (was_pending) note_end(ticket, {.error = ECANCELED});
  operations_.end(ticket);
  return was_pending;
}

void Scheduler::note_end(Ticket ticket, Outcome outcome) {
  if (observer_ != nullptr) observer_->on_operation_end(ticket, outcome, now_ms());
}

void Scheduler::set_observer(Observer* observer) {
  observer_ = observer;
  turns_.set_observer(observer);
  if (observer != nullptr) fibers_.count_time_from(now_ms());
}

Wake Scheduler::sleep(double ms) {
  Operation timer;
  call_at(now_ms() + ms, [this, ticket = timer.ticket()] { complete(ticket, {}); });
  return timer.wait(State::sleeping).error == 0 ? Wake::resumed : Wake::cancelled;
}

Shield::Shield() : fiber_(Scheduler::get().current()) { ++fiber_.shields_; }
Shield::~Shield() { --fiber_.shields_; }

BlockingScope::BlockingScope() { Scheduler::get().turns().set_blocking(true); }
BlockingScope::~BlockingScope() { Scheduler::get().turns().set_blocking(false); }

}  // namespace weft::fiber
