#include "fiber/event.hpp"
#include "fiber/scheduler.hpp"
#include "support/fixture.hpp"

namespace weft::fiber {
namespace {

class CancellationTest : public test::FiberTest {
 protected:
  Event never;
};

TEST_F(CancellationTest, ends_a_wait_at_once) {
  const FiberId id = scheduler.spawn("waiter", [&] {
    if (never.wait() == Wake::cancelled) order += 'c';
  });
  let_others_run();
  scheduler.cancel(id);
  EXPECT_EQ(order, "");
  let_others_run();
  EXPECT_EQ(order, "c");
}

TEST_F(CancellationTest, of_a_fiber_that_has_not_started_is_seen_at_its_first_wait) {
  const FiberId id = scheduler.spawn("late", [&] {
    order += 's';
    if (never.wait() == Wake::cancelled) order += 'c';
  });
  scheduler.cancel(id);
  let_others_run();
  EXPECT_EQ(order, "sc");
}

TEST_F(CancellationTest, holds_for_every_later_wait) {
  const FiberId id = scheduler.spawn("stubborn", [&] {
    for (int i = 0; i < 3; ++i) {
      if (never.wait() == Wake::cancelled) order += 'e';
      if (scheduler.sleep(1e9) == Wake::cancelled) order += 's';
    }
  });
  let_others_run();
  scheduler.cancel(id);
  let_others_run();
  EXPECT_EQ(order, "eseses");
}

TEST_F(CancellationTest, lets_shielded_clean_up_wait) {
  Event gate;
  const FiberId id = scheduler.spawn("careful", [&] {
    if (never.wait() == Wake::cancelled) order += 'c';
    {
      const Shield shield;
      if (gate.wait() == Wake::resumed) order += 'r';
    }
    if (never.wait() == Wake::cancelled) order += 'c';
  });
  let_others_run();
  scheduler.cancel(id);
  let_others_run();
  EXPECT_EQ(order, "c");
  gate.set();
  let_others_run();
  EXPECT_EQ(order, "crc");
}

TEST_F(CancellationTest, of_a_fiber_that_is_done_does_nothing) {
  const FiberId id = scheduler.spawn("quick", [] {});
  let_others_run();
  scheduler.cancel(id);
  let_others_run();
}

TEST_F(CancellationTest, does_not_use_up_a_wake_that_another_needs) {
  WaitQueue queue;
  const auto waiter = [&](char letter) {
    return scheduler.spawn("waiter", [&, letter] {
      order += queue.wait(State::waiting_on_event) == Wake::resumed ? letter : 'x';
    });
  };
  const FiberId first = waiter('A');
  waiter('B');
  let_others_run();
  scheduler.cancel(first);
  EXPECT_TRUE(queue.wake_one());
  EXPECT_FALSE(queue.wake_one());
  let_others_run();
  EXPECT_EQ(order, "xB");
}

}  // namespace
}  // namespace weft::fiber
