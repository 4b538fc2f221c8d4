#include "lab/timeline.hpp"

#include <algorithm>

namespace weft::lab {
namespace {

fiber::FiberId running_fiber() {
  fiber::Scheduler& scheduler = fiber::Scheduler::get();
  return scheduler.is_on_fiber() ? scheduler.current().id() : 0;
}

}  // namespace

Span present_of(const Lane& lane, double now_ms) {
  return {.fiber = lane.fiber,
          .state = lane.state,
          .start_ms = lane.since_ms,
          .end_ms = now_ms,
          .cause = lane.cause};
}

Timeline::Timeline(Capacity capacity) : most_spans_(capacity.spans), lanes_(capacity.lanes) {}

// Fibers are numbered in a row, so a lane's place follows from its fiber's number, and a new fiber takes the
// place of the one that was made `capacity.lanes` fibers ago. If that one still lives, it stays: a run may
// go through thousands of short fibers while a long one is what it waits for in the end.
void Timeline::on_transition(const fiber::Fiber& fiber, const fiber::Transition& transition) {
  const auto& [from, to, at_ms, cause] = transition;
  // Only one can block the thread at a time, whether it has a lane or not.
  if (to == fiber::State::blocking) blocking_since_ms_ = at_ms;
  if (from == fiber::State::blocking) blocked_ms_ += at_ms - blocking_since_ms_;
  Lane& lane = lanes_[fiber.id() % lanes_.size()];
  const StayCause why = cause_of(cause);
  if (from == fiber::State::done) {
    if (lane.fiber != 0 && lane.state != fiber::State::done) return;
    lane = {.fiber = fiber.id(),
            .name = std::string(fiber.name()),
            .state = to,
            .since_ms = at_ms,
            .cause = why,
            .born_ms = at_ms,
            .maker = cause.by};
    return;
  }
  if (lane.fiber != fiber.id()) return;
  push(present_of(lane, at_ms));
  lane.state = to;
  lane.since_ms = at_ms;
  lane.cause = why;
}

StayCause Timeline::cause_of(const fiber::Cause& cause) {
  const bool is_operation = cause.kind == fiber::Cause::Kind::operation;
  return {.kind = cause.kind,
          .by = cause.by,
          .call = is_operation ? calls_.number_of(cause.ticket) : 0,
          .order = ++last_order_};
}

void Timeline::on_operation_end(fiber::Ticket ticket, fiber::Outcome outcome, double at_ms) {
  calls_.end(ticket, outcome, at_ms);
}

void Timeline::on_start(fiber::Ticket ticket, const vfs::Call& call) {
  calls_.begin(ticket, call, running_fiber(), fiber::Scheduler::get().now_ms());
}

void Timeline::on_blocking_call(const vfs::Call& call, double start_ms, fiber::Outcome outcome) {
  calls_.add(call, running_fiber(), start_ms, fiber::Scheduler::get().now_ms(), outcome);
}

void Timeline::push(const Span& span) {
  spans_.push_back(span);
  if (spans_.size() <= most_spans_) return;
  spans_.pop_front();
  ++forgotten_;
}

void Timeline::begin_run(double now_ms, const fiber::Fiber& runner) {
  spans_.clear();
  forgotten_ = 0;
  for (Lane& lane : lanes_) {
    if (lane.state == fiber::State::done) lane = {};
  }
  is_running_ = true;
  start_ms_ = now_ms;
  runner_ = runner.id();
  Lane& lane = lanes_[runner_ % lanes_.size()];
  if (lane.fiber == runner_) return;
  // It was made when another fiber had its place.
  lane = {.fiber = runner_,
          .name = std::string(runner.name()),
          .state = runner.state(),
          .since_ms = now_ms,
          .cause = {.order = ++last_order_},
          .born_ms = now_ms};
}

void Timeline::end_run(double now_ms) {
  is_running_ = false;
  end_ms_ = now_ms;
}

std::vector<const Lane*> Timeline::lanes() const {
  std::vector<const Lane*> lanes;
  for (const Lane& lane : lanes_) {
    if (lane.fiber != 0) lanes.push_back(&lane);
  }
  std::ranges::sort(lanes, {}, &Lane::fiber);
  return lanes;
}

const Lane* Timeline::lane(fiber::FiberId fiber) const {
  const Lane& lane = lanes_[fiber % lanes_.size()];
  return lane.fiber == fiber && fiber != 0 ? &lane : nullptr;
}

}  // namespace weft::lab
