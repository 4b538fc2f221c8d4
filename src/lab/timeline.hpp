#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <vector>

#include "fiber/observer.hpp"
#include "fiber/scheduler.hpp"
#include "lab/call_history.hpp"
#include "vfs/observer.hpp"

namespace weft::lab {

/// Why a stay began.
struct StayCause {
  fiber::Cause::Kind kind = fiber::Cause::Kind::own;
  /// As `fiber::Cause::by`.
  fiber::FiberId by = 0;
  /// Of `Kind::operation`: its number in `Timeline::calls`; 0 if it was no call on a file.
  std::uint64_t call = 0;
  /// All beginnings are numbered: what has a smaller number was before.
  std::uint64_t order = 0;
};

/// A stay of one fiber in one state. Times are the scheduler's, in ms.
struct Span {
  fiber::FiberId fiber = 0;
  fiber::State state = fiber::State::done;
  double start_ms = 0;
  double end_ms = 0;
  StayCause cause = {};
};

/// One fiber in the timeline, which is one line of the drawing.
struct Lane {
  fiber::FiberId fiber = 0;
  std::string name;
  /// What it is doing now, and since when; `done` for one that has ended.
  fiber::State state = fiber::State::done;
  double since_ms = 0;
  /// Why it does.
  StayCause cause = {};
  double born_ms = 0;
  /// The fiber that made it; 0 if none did.
  fiber::FiberId maker = 0;
};

/// What the fiber of a lane is doing now, up to now.
Span present_of(const Lane& lane, double now_ms);

/// Remembers what the fibers did, what made them do it, and what files were asked for, in rings: the oldest
/// spans, lanes and calls make room. It only records; a panel draws it. Recording one transition takes no
/// allocation but for a fiber's name, and now and then one for a ring that is not full yet.
class Timeline : public fiber::Observer, public vfs::Observer {
 public:
  struct Capacity {
    std::size_t spans = 128 * 1024;
    std::size_t lanes = 2 * 1024;
  };
  Timeline() : Timeline(Capacity()) {}
  explicit Timeline(Capacity capacity);

  void on_transition(const fiber::Fiber& fiber, const fiber::Transition& transition) override;
  void on_operation_end(fiber::Ticket ticket, fiber::Outcome outcome, double at_ms) override;
  void on_start(fiber::Ticket ticket, const vfs::Call& call) override;
  void on_blocking_call(const vfs::Call& call, double start_ms, fiber::Outcome outcome) override;

  /// Forgets all spans, and the lanes of fibers that have ended; marks the beginning of a run, by a fiber.
  void begin_run(double now_ms, const fiber::Fiber& runner);
  void end_run(double now_ms);

  /// The window to draw. `end_ms` is `now_ms` while the run goes on, and before the first one.
  double start_ms() const { return start_ms_; }
  double end_ms(double now_ms) const { return is_running_ || runner_ == 0 ? now_ms : end_ms_; }
  bool is_running() const { return is_running_; }
  /// The fiber that spawned those of the files, or read them itself; 0 before the first run.
  fiber::FiberId runner() const { return runner_; }

  /// Finished stays, oldest first: `at(0)` … `at(size() - 1)`. A fiber's present stay is in its lane.
  std::size_t size() const { return spans_.size(); }
  const Span& at(std::size_t index) const { return spans_[index]; }
  /// How long fibers have blocked the thread, in ms, since there is a timeline. The difference between two
  /// moments is what everyone stood still between them.
  double blocked_ms() const { return blocked_ms_; }

  /// Of the last stay that began.
  std::uint64_t last_order() const { return last_order_; }

  /// Spans that have made room for others since `begin_run`.
  std::uint64_t forgotten() const { return forgotten_; }

  const CallHistory& calls() const { return calls_; }

  /// The fibers, in the order they were made.
  std::vector<const Lane*> lanes() const;
  /// Null if it is unknown or has made room for another.
  const Lane* lane(fiber::FiberId fiber) const;

 private:
  void push(const Span& span);
  StayCause cause_of(const fiber::Cause& cause);

  std::size_t most_spans_;
  /// Not a vector, which needs three times its memory while it grows.
  std::deque<Span> spans_;
  std::uint64_t last_order_ = 0;
  std::uint64_t forgotten_ = 0;
  std::vector<Lane> lanes_;
  CallHistory calls_;
  fiber::FiberId runner_ = 0;
  bool is_running_ = false;
  double start_ms_ = 0;
  double end_ms_ = 0;
  double blocked_ms_ = 0;
  /// When the fiber that blocks the thread began to.
  double blocking_since_ms_ = 0;
};

}  // namespace weft::lab
