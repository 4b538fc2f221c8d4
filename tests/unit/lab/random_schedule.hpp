#pragma once

#include <random>
#include <string>
#include <vector>

#include "fiber/observer.hpp"
#include "fiber/operation.hpp"
#include "fiber/semaphore.hpp"
#include "fiber/task_group.hpp"
#include "support/test_host.hpp"
#include "vfs/waits.hpp"

namespace weft::test {

/// A few real fibers that read, compute, block and stand in a queue for permits, by chance, on a clock that
/// goes in whole milliseconds and only while somebody computes or everybody waits.
class RandomSchedule {
 public:
  explicit RandomSchedule(unsigned seed) : random_(seed) {}

  /// On the runner's fiber.
  void run() {
    fiber::Semaphore permits(number(1, 3));
    fiber::TaskGroup group;
    const std::size_t count = number(1, 5);
    for (std::size_t index = 0; index < count; ++index) {
      group.spawn("f" + std::to_string(index), [this, &permits] {
        const auto permit = permits.acquire();
        const std::size_t deeds = number(0, 5);
        for (std::size_t deed = 0; deed < deeds; ++deed) do_something();
      });
      if (number(0, 3) == 0) compute(number(0, 3));
    }
    (void)group.join();
  }

 private:
  std::size_t number(std::size_t least, std::size_t most) { return least + random_() % (most - least + 1); }

  static void compute(std::size_t ms) {
    TestHost::get().stop_clock(TestHost::get().now_ms() + static_cast<double>(ms));
  }

  void do_something() {
    fiber::Scheduler& scheduler = fiber::Scheduler::get();
    switch (number(0, 4)) {
      case 0:
        return compute(number(0, 4));
      case 1: {
        const fiber::BlockingScope blocking;
        return compute(number(0, 4));
      }
      case 2:
        return scheduler.yield_now();
      case 3:
        return (void)scheduler.sleep(static_cast<double>(number(1, 5)));
      default:
        read(static_cast<double>(number(1, 9)));
    }
  }

  static void read(double ms) {
    fiber::Scheduler& scheduler = fiber::Scheduler::get();
    fiber::Operation operation;
    scheduler.call_at(scheduler.now_ms() + ms,
                      [&scheduler, ticket = operation.ticket()] { scheduler.complete(ticket, {}); });
    (void)operation.wait(vfs::for_read);
  }

  std::minstd_rand random_;
};

}  // namespace weft::test
