#include "lab/timeline.hpp"

#include <algorithm>

namespace weft::lab {

Timeline::Timeline(Capacity capacity) : spans_(capacity.spans), lanes_(capacity.lanes) {}

// Fibers are numbered in a row, so a lane's place follows from its fiber's number, and a new fiber takes the
// place of the one that was made `capacity.lanes` fibers ago.
void Timeline::on_transition(const fiber::Fiber& fiber, fiber::State from, fiber::State to, double at_ms) {
  // Only one can block the thread at a time, whether it has a lane or not.
  if (to == fiber::State::blocking) blocking_since_ms_ = at_ms;
  if (from == fiber::State::blocking) blocked_ms_ += at_ms - blocking_since_ms_;
  Lane& lane = lanes_[fiber.id() % lanes_.size()];
  if (from == fiber::State::done) {
    lane = {.fiber = fiber.id(),
            .name = std::string(fiber.name()),
            .state = to,
            .since_ms = at_ms,
            .born_ms = at_ms};
    return;
  }
  if (lane.fiber != fiber.id()) return;
  push({.fiber = fiber.id(), .state = from, .start_ms = lane.since_ms, .end_ms = at_ms});
  lane.state = to;
  lane.since_ms = at_ms;
}

void Timeline::push(const Span& span) {
  spans_[next_] = span;
  next_ = (next_ + 1) % spans_.size();
  if (size_ < spans_.size()) {
    ++size_;
  } else {
    ++forgotten_;
  }
}

const Span& Timeline::at(std::size_t index) const {
  return spans_[(next_ + spans_.size() - size_ + index) % spans_.size()];
}

void Timeline::begin_run(double now_ms) {
  next_ = 0;
  size_ = 0;
  forgotten_ = 0;
  for (Lane& lane : lanes_) {
    if (lane.state == fiber::State::done) lane = {};
  }
  is_running_ = true;
  start_ms_ = now_ms;
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
