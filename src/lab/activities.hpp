#pragma once

#include <string>
#include <utility>

#include "fiber/event.hpp"
#include "fiber/scheduler.hpp"
#include "lab/activity.hpp"
#include "lab/answer.hpp"
#include "lab/log.hpp"
#include "lab/revision.hpp"
#include "lab/signal.hpp"

namespace weft::lab {

/// Does one thing at a time, on a fiber of its own, and can cancel it. It owns the notice: the last thing a
/// person should know.
///
/// Commands are called from a frame or from JavaScript, never on a fiber: they do not suspend. They answer at
/// once whether they were taken. A refused command leaves its message in `notice`, so a button may ignore the
/// answer.
class Activities {
 public:
  Activities(Revision& revision, Log& log);

  Activity current() const { return current_; }
  bool is_busy() const { return current_ != Activity::none; }
  /// True while a press of Cancel can do something.
  bool can_cancel() const { return is_busy() && !is_cancelling_; }

  /// Calls `work()` on a new fiber; it may wait. What it returns is called when the activity has ended, so
  /// that it may give the next command; it must not wait. Refused while something is under way.
  // Any type of work, as it waits: Asyncify follows calls, not pointers to functions.
  template <class Work>
  Answer start(Activity activity, Work&& work) {
    if (Answer idle = check_idle(); !idle) return idle;
    begin(activity);
    fiber_ = fiber::Scheduler::get().spawn(std::string(name_of(activity)),
                                           [this, work = std::forward<Work>(work)]() mutable {
                                             auto finish = work();
                                             end();
                                             finish();
                                           });
    return {};
  }

  /// Ends what is under way, as soon as it waits. Does nothing if nothing is.
  void cancel();

  /// On a fiber: suspends it while anything is under way.
  fiber::Wake wait_until_idle() { return idle_.wait(); }

  /// A refusal, or a failure that has no row. Empty if there is none.
  const std::string& notice() const { return notice_; }
  void set_notice(std::string message);
  /// What a person should know although no command of theirs is refused: in `notice`, and in the log.
  void tell(const std::string& message);

  /// For commands: the message becomes the notice.
  Answer refuse(std::string message);
  /// Refused while something is under way.
  Answer check_idle();

  Signal<>& began() { return began_; }
  Signal<>& ended() { return ended_; }

 private:
  void begin(Activity activity);
  void end();

  Revision& revision_;
  Log& log_;
  Activity current_ = Activity::none;
  fiber::FiberId fiber_ = 0;
  bool is_cancelling_ = false;
  /// Set while nothing is under way.
  fiber::Event idle_;
  std::string notice_;
  Signal<> began_;
  Signal<> ended_;
};

}  // namespace weft::lab
