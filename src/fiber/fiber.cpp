#include "fiber/fiber.hpp"

#include "fiber/scheduler.hpp"

namespace weft::fiber {

// The entry of every stack. It never returns: between two bodies it waits in the pool at this very place.
void Fiber::run_bodies(void* argument) {
  Fiber& fiber = *static_cast<Fiber*>(argument);
  while (true) {
    fiber.body_->run();
    fiber.body_.reset();
    Scheduler::get().turns().finish();
  }
}

}  // namespace weft::fiber
