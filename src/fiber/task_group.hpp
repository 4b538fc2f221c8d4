#pragma once

#include <cstddef>
#include <string>
#include <type_traits>
#include <unordered_set>
#include <utility>

#include "fiber/scheduler.hpp"

namespace weft::fiber {

/// What a task group does when one of its fibers fails.
enum class OnFailure {
  /// The others go on: a failure belongs to the one that failed.
  keep_going,
  /// The others are cancelled.
  cancel_rest,
};

/// Several fibers that end together (gather): whoever leaves the group's scope waits for all of them.
///
/// It is made, joined and destroyed on one fiber, and its fibers may refer to anything declared before it.
class TaskGroup {
 public:
  explicit TaskGroup(OnFailure on_failure = OnFailure::keep_going) : on_failure_(on_failure) {}

  /// Cancels what still runs and waits until it has ended.
  ~TaskGroup();
  TaskGroup(const TaskGroup&) = delete;
  TaskGroup& operator=(const TaskGroup&) = delete;

  /// Starts a fiber of the group. `body` returns nothing, or a value that is false, as a bool, if it failed.
  template <class F>
  FiberId spawn(std::string name, F&& body) {
    ++started_;
    return Scheduler::get().spawn(std::move(name), [this, body = std::forward<F>(body)]() mutable {
      const FiberId self = Scheduler::get().current().id();
      live_.insert(self);
      if (is_cancelled_) Scheduler::get().cancel(self);
      bool succeeded = true;
      if constexpr (std::is_void_v<std::invoke_result_t<std::decay_t<F>&>>) {
        body();
      } else {
        succeeded = static_cast<bool>(body());
      }
      end(self, succeeded);
    });
  }

  /// Waits until every fiber of the group has ended. If the caller is cancelled meanwhile, so are they; it
  /// still waits for their end, then returns `Wake::cancelled`.
  Wake join();

  /// Cancels every fiber of the group, also those that have not started yet.
  void cancel();

  std::size_t live() const { return started_ - ended_; }
  std::size_t failed() const { return failed_; }

 private:
  void end(FiberId fiber, bool succeeded);

  OnFailure on_failure_;
  bool is_cancelled_ = false;
  std::size_t started_ = 0;
  std::size_t ended_ = 0;
  std::size_t failed_ = 0;
  std::unordered_set<FiberId> live_;
  WaitQueue joiner_;
};

}  // namespace weft::fiber
