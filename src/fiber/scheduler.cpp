#include "fiber/scheduler.hpp"

#include <cassert>
#include <limits>

namespace weft::fiber {
namespace {

constexpr double never = std::numeric_limits<double>::infinity();

}  // namespace

Scheduler::Scheduler(Host& host, Options options) : host_(host), options_(options), armed_at_ms_(never) {
  assert(instance_ == nullptr);
  instance_ = this;
}

Scheduler::~Scheduler() {
  assert(live_.empty());
  instance_ = nullptr;
}

Fiber& Scheduler::current() {
  assert(current_ != nullptr);
  return *current_;
}

const Fiber* Scheduler::find(FiberId id) const {
  const auto found = live_.find(id);
  return found == live_.end() ? nullptr : found->second.get();
}

Fiber& Scheduler::start(std::string name, std::unique_ptr<Body> body, StackSizes sizes, State state) {
  std::unique_ptr<Fiber> owned = take_from_pool(sizes);
  Fiber& fiber = *owned;
  fiber.id_ = ++last_id_;
  fiber.name_ = std::move(name);
  fiber.cancelled_ = false;
  fiber.woken_by_cancel_ = false;
  fiber.times_ms_ = {};
  fiber.since_ms_ = transition_ms();
  fiber.body_ = std::move(body);
  live_.emplace(fiber.id_, std::move(owned));
  if (state == State::ready) {
    make_ready(fiber);
  } else {
    set_state(fiber, state);
  }
  return fiber;
}

std::unique_ptr<Fiber> Scheduler::take_from_pool(StackSizes sizes) {
  if (!pool_.empty() && sizes == StackSizes{}) {
    std::unique_ptr<Fiber> fiber = std::move(pool_.back());
    pool_.pop_back();
    return fiber;
  }
  auto fiber = std::make_unique<Fiber>();
  fiber->context_ = std::make_unique<Context>(sizes, run_bodies, fiber.get());
  return fiber;
}

void Scheduler::recycle(Fiber& fiber) {
  auto node = live_.extract(fiber.id_);
  if (fiber.context_->sizes() == StackSizes{} && pool_.size() < options_.pooled_stacks) {
    pool_.push_back(std::move(node.mapped()));
  }
}

// The entry of every stack. It never returns: between two bodies it waits in the pool at this very place.
void Scheduler::run_bodies(void* argument) {
  Fiber& fiber = *static_cast<Fiber*>(argument);
  while (true) {
    fiber.body_->run();
    fiber.body_.reset();
    Scheduler& scheduler = get();
    scheduler.set_state(fiber, State::done);
    fiber.context_->leave();
  }
}

void Scheduler::discard(Fiber& fiber) {
  assert(fiber.state_ == State::suspended_at_yield);
  fiber.body_.reset();
  set_state(fiber, State::done);
  recycle(fiber);
}

void Scheduler::pump() {
  assert(current_ == nullptr && !is_pumping_);
  is_pump_requested_ = false;
  is_pumping_ = true;
  double now = host_.now_ms();
  const double deadline = now + options_.budget_ms;
  if (armed_at_ms_ <= now) armed_at_ms_ = never;
  timers_.fire_due(now);
  while (!ready_.empty() && now < deadline) {
    Fiber& next = *ready_.front();
    ready_.pop_front();
    run(next, now);
    now = host_.now_ms();
    timers_.fire_due(now);
  }
  is_pumping_ = false;
  if (!ready_.empty()) request_next_pump();
  arm_timer();
}

void Scheduler::run(Fiber& fiber, double now_ms) {
  set_state(fiber, State::running, now_ms);
  current_ = &fiber;
  Context::enter(*fiber.context_);
  // Fibers hand over to one another, so the one that came back need not be the one that was switched to.
  Fiber& last = *current_;
  current_ = nullptr;
  if (last.state_ == State::done) recycle(last);
}

void Scheduler::set_observer(Observer* observer) {
  observer_ = observer;
  const double now = transition_ms();
  for (auto& [id, fiber] : live_) fiber->since_ms_ = now;
}

// Asking the clock takes longer than a switch, so it is asked for somebody only.
double Scheduler::transition_ms() { return observer_ == nullptr ? 0 : host_.now_ms(); }

void Scheduler::set_state(Fiber& fiber, State state, double now_ms) {
  const State from = fiber.state_;
  assert(is_legal_transition(from, state));
  fiber.state_ = state;
  if (observer_ == nullptr) return;
  fiber.times_ms_[static_cast<std::size_t>(from.phase())] += now_ms - fiber.since_ms_;
  fiber.since_ms_ = now_ms;
  observer_->on_transition(fiber, from, state, now_ms);
}

void Scheduler::make_ready(Fiber& fiber) {
  set_state(fiber, State::ready);
  ready_.push_back(&fiber);
  if (is_pumping_ || is_pump_requested_) return;
  is_pump_requested_ = true;
  host_.request_pump(Host::When::soon);
}

void Scheduler::request_next_pump() {
  if (is_pump_requested_) return;
  is_pump_requested_ = true;
  host_.request_pump(Host::When::after_events);
}

void Scheduler::arm_timer() {
  const double next = timers_.next_ms();
  if (next == armed_at_ms_) return;
  armed_at_ms_ = next;
  host_.request_pump_at(next);
}

void Scheduler::call_at(double at_ms, Timers::Callback callback) {
  timers_.add(at_ms, std::move(callback));
  if (!is_pumping_) arm_timer();
}

void Scheduler::complete(Ticket ticket, Outcome outcome) {
  if (Fiber* waiter = operations_.complete(ticket, outcome)) wake(*waiter);
}

void Scheduler::wake(Fiber& fiber) {
  if (is_waiting(fiber.state_)) make_ready(fiber);
}

void Scheduler::cancel(FiberId id) {
  const auto found = live_.find(id);
  if (found == live_.end()) return;
  Fiber& fiber = *found->second;
  fiber.cancelled_ = true;
  if (fiber.shields_ > 0 || !is_waiting(fiber.state_)) return;
  if (fiber.waiting_in_ != nullptr) fiber.waiting_in_->remove(fiber);
  fiber.woken_by_cancel_ = true;
  make_ready(fiber);
}

Wake Scheduler::wait(State why) {
  if (is_cancelled()) return Wake::cancelled;
  Fiber& self = current();
  set_state(self, why);
  self.context_->leave();
  return after_switch(self);
}

Wake Scheduler::hand_over(Fiber& next, State mine) {
  Fiber& self = current();
  const double now = transition_ms();
  set_state(self, mine, now);
  set_state(next, State::running, now);
  current_ = &next;
  self.context_->switch_to(*next.context_);
  return after_switch(self);
}

Wake Scheduler::after_switch(Fiber& self) {
  return std::exchange(self.woken_by_cancel_, false) ? Wake::cancelled : Wake::resumed;
}

void Scheduler::yield_now() {
  Fiber& self = current();
  make_ready(self);
  self.context_->leave();
}

Wake Scheduler::sleep(double ms) {
  Operation timer;
  call_at(now_ms() + ms, [this, ticket = timer.ticket()] { complete(ticket, {}); });
  return timer.wait(State::sleeping).error == 0 ? Wake::resumed : Wake::cancelled;
}

void Scheduler::set_blocking(bool blocking) {
  if (current_ != nullptr) set_state(*current_, blocking ? State::blocking : State::running);
}

Shield::Shield() : fiber_(Scheduler::get().current()) { ++fiber_.shields_; }
Shield::~Shield() { --fiber_.shields_; }

BlockingScope::BlockingScope() { Scheduler::get().set_blocking(true); }
BlockingScope::~BlockingScope() { Scheduler::get().set_blocking(false); }

}  // namespace weft::fiber
