#include "vfs/event_loop.hpp"

#include <utility>

#include "vfs/browser.hpp"

namespace weft::vfs {

void EventLoop::post(Task task) {
  queue_->push_back(std::move(task));
  if (queue_->size() == 1) weft_event_loop_post(run, new std::weak_ptr<Queue>(queue_));
}

void EventLoop::run(void* weak_queue) {
  const std::unique_ptr<std::weak_ptr<Queue>> weak(static_cast<std::weak_ptr<Queue>*>(weak_queue));
  const std::shared_ptr<Queue> queue = weak->lock();
  if (!queue) return;
  for (Task& task : std::exchange(*queue, {})) task();
}

}  // namespace weft::vfs
