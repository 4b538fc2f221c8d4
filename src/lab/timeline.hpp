#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "fiber/observer.hpp"
#include "fiber/scheduler.hpp"

namespace weft::lab {

/// A stay of one fiber in one state. Times are the scheduler's, in ms.
struct Span {
  fiber::FiberId fiber = 0;
  fiber::State state = fiber::State::done;
  double start_ms = 0;
  double end_ms = 0;
};

/// One fiber in the timeline, which is one line of the drawing.
struct Lane {
  fiber::FiberId fiber = 0;
  std::string name;
  /// What it is doing now, and since when; `done` for one that has ended.
  fiber::State state = fiber::State::done;
  double since_ms = 0;
  double born_ms = 0;
};

/// Remembers what the fibers did, in rings of fixed size: the oldest spans and lanes make room. It only
/// records; a panel draws it. Recording one transition takes no allocation but for a fiber's name.
class Timeline : public fiber::Observer {
 public:
  struct Capacity {
    std::size_t spans = 32 * 1024;
    std::size_t lanes = 2 * 1024;
  };
  Timeline() : Timeline(Capacity()) {}
  explicit Timeline(Capacity capacity);

  void on_transition(const fiber::Fiber& fiber, fiber::State from, fiber::State to, double at_ms) override;

  /// Forgets all spans, and the lanes of fibers that have ended; marks the beginning of a run.
  void begin_run(double now_ms);
  void end_run(double now_ms);

  /// The window to draw. `end_ms` is `now_ms` while the run goes on.
  double start_ms() const { return start_ms_; }
  double end_ms(double now_ms) const { return is_running_ ? now_ms : end_ms_; }
  bool is_running() const { return is_running_; }

  /// Finished stays, oldest first: `at(0)` … `at(size() - 1)`. A fiber's present stay is in its lane.
  std::size_t size() const { return size_; }
  const Span& at(std::size_t index) const;
  /// How long fibers have blocked the thread, in ms, since there is a timeline. The difference between two
  /// moments is what everyone stood still between them.
  double blocked_ms() const { return blocked_ms_; }

  /// Spans that have made room for others since `begin_run`.
  std::uint64_t forgotten() const { return forgotten_; }

  /// The fibers, in the order they were made.
  std::vector<const Lane*> lanes() const;
  /// Null if it is unknown or has made room for another.
  const Lane* lane(fiber::FiberId fiber) const;

 private:
  void push(const Span& span);

  std::vector<Span> spans_;
  std::size_t next_ = 0;
  std::size_t size_ = 0;
  std::uint64_t forgotten_ = 0;
  std::vector<Lane> lanes_;
  bool is_running_ = false;
  double start_ms_ = 0;
  double end_ms_ = 0;
  double blocked_ms_ = 0;
  /// When the fiber that blocks the thread began to.
  double blocking_since_ms_ = 0;
};

}  // namespace weft::lab
