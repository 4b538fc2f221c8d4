#include "vfs/event_loop.hpp"

#include <utility>

#include <emscripten/emscripten.h>

#include "vfs/browser.hpp"

namespace weft::vfs {

void EventLoop::post(Task task) {
  queue_->push_back(std::move(task));
  if (queue_->size() == 1) weft_event_loop_post(new std::weak_ptr<Queue>(queue_));
}

void EventLoop::run(const std::weak_ptr<Queue>& weak_queue) {
  const std::shared_ptr<Queue> queue = weak_queue.lock();
  if (!queue) return;
  for (Task& task : std::exchange(*queue, {})) task();
}

}  // namespace weft::vfs

/// Takes `queue` over.
extern "C" EMSCRIPTEN_KEEPALIVE void weft_event_loop_run(void* queue) {
  using weft::vfs::EventLoop;
  const std::unique_ptr<std::weak_ptr<EventLoop::Queue>> weak(
      static_cast<std::weak_ptr<EventLoop::Queue>*>(queue));
  EventLoop::run(*weak);
}
