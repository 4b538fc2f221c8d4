#pragma once

#include <functional>
#include <memory>
#include <vector>

namespace weft::vfs {

/// Calls functions on the next turn of the browser's event loop, in the order they were posted, all of one
/// turn together. What is still waiting when this is destroyed is never called.
class EventLoop {
 public:
  using Task = std::function<void()>;
  using Queue = std::vector<Task>;

  /// `task` must not suspend.
  void post(Task task);

  /// For JavaScript, when the turn has come.
  static void run(const std::weak_ptr<Queue>& queue);

 private:
  std::shared_ptr<Queue> queue_ = std::make_shared<Queue>();
};

}  // namespace weft::vfs
