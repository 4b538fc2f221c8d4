#include "lab/frame_clock.hpp"

#include <algorithm>

#include "fiber/scheduler.hpp"

namespace weft::lab {

using fiber::Scheduler;

void FrameClock::measure(double now_ms) {
  longest_gap_ms_ = std::max(longest_gap_ms_, now_ms - last_ms_);
  last_ms_ = now_ms;
}

void FrameClock::on_frame(double now_ms) {
  ++frames_ever_;
  if (is_measuring_) {
    ++frames_;
    measure(now_ms);
  }
  std::erase_if(waiting_, [this](const Waiting& waiting) {
    if (waiting.frame > frames_ever_) return false;
    Scheduler::get().complete(waiting.ticket, {});
    return true;
  });
}

void FrameClock::begin(double now_ms) {
  is_measuring_ = true;
  frames_ = 0;
  longest_gap_ms_ = 0;
  last_ms_ = now_ms;
  was_hidden_ = is_hidden_;
}

void FrameClock::end(double now_ms) {
  if (is_measuring_) measure(now_ms);
  is_measuring_ = false;
}

void FrameClock::on_visibility(bool is_hidden) {
  is_hidden_ = is_hidden;
  was_hidden_ |= is_hidden;
}

fiber::Wake FrameClock::wait_until_shown(double patience_ms) {
  Scheduler& scheduler = Scheduler::get();
  fiber::Operation shown;
  const fiber::Ticket ticket = shown.ticket();
  waiting_.push_back({.ticket = ticket, .frame = frames_ever_ + 2});
  scheduler.call_at(scheduler.now_ms() + patience_ms, [ticket] { Scheduler::get().complete(ticket, {}); });
  const bool is_shown = shown.wait(fiber::State::waiting_on_event).error == 0;
  std::erase_if(waiting_, [ticket](const Waiting& waiting) { return waiting.ticket == ticket; });
  return is_shown ? fiber::Wake::resumed : fiber::Wake::cancelled;
}

}  // namespace weft::lab
