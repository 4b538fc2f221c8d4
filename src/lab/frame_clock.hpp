#pragma once

#include <cstdint>
#include <vector>

#include "fiber/ticket.hpp"
#include "fiber/wait_queue.hpp"

namespace weft::lab {

/// Knows when the page draws: how long it stood still during a run, and when a message has reached the
/// screen.
class FrameClock {
 public:
  /// At the start of every animation frame, whether anything is drawn in it or not. `now_ms` is the
  /// scheduler's clock.
  void on_frame(double now_ms);

  /// From now on frames are counted and gaps are measured.
  void begin(double now_ms);
  /// The stretch from the last frame to now counts as a gap too: the page stood still at least that long.
  void end(double now_ms);

  /// Of the stretch between `begin` and `end`, or up to the last frame while it goes on.
  int frames() const { return frames_; }
  double longest_gap_ms() const { return longest_gap_ms_; }

  /// Whenever the page is hidden or shown again.
  void on_visibility(bool is_hidden);
  /// The page was hidden at any time since `begin`.
  bool was_hidden() const { return was_hidden_; }

  /// On a fiber: waits until what the model says now has been drawn and shown, which is at the start of the
  /// second frame from now. Where no frames come (a hidden page), it gives up after `patience_ms`.
  fiber::Wake wait_until_shown(double patience_ms = 2000);

 private:
  struct Waiting {
    fiber::Ticket ticket;
    std::uint64_t frame;
  };

  void measure(double now_ms);

  bool is_measuring_ = false;
  bool is_hidden_ = false;
  bool was_hidden_ = false;
  int frames_ = 0;
  double last_ms_ = 0;
  double longest_gap_ms_ = 0;
  std::uint64_t frames_ever_ = 0;
  std::vector<Waiting> waiting_;
};

}  // namespace weft::lab
