#include "fiber/scheduler.hpp"

#include <vector>

#include "fiber/event.hpp"
#include "support/fixture.hpp"

namespace weft::fiber {
namespace {

class SchedulerTest : public test::FiberTest {
 protected:
  FiberId spawn_letter(char letter) {
    return scheduler.spawn(std::string(1, letter), [this, letter] { order += letter; });
  }
};

TEST_F(SchedulerTest, runs_fibers_in_the_order_they_were_spawned) {
  for (const char letter : {'A', 'B', 'C'}) spawn_letter(letter);
  EXPECT_EQ(order, "");
  let_others_run();
  EXPECT_EQ(order, "ABC");
}

TEST_F(SchedulerTest, runs_fibers_in_the_order_their_gates_open) {
  Event gate_a, gate_b, gate_c;
  const auto wait_at = [&](Event& gate, char letter) {
    scheduler.spawn("waiter", [&, letter] {
      EXPECT_EQ(gate.wait(), Wake::resumed);
      order += letter;
    });
  };
  wait_at(gate_a, 'A');
  wait_at(gate_b, 'B');
  wait_at(gate_c, 'C');
  let_others_run();
  for (Event* gate : {&gate_c, &gate_b, &gate_a}) gate->set();
  let_others_run();
  EXPECT_EQ(order, "CBA");
}

TEST_F(SchedulerTest, yielding_fibers_take_turns) {
  for (const char letter : {'a', 'b'}) {
    scheduler.spawn("turns", [this, letter] {
      for (int i = 0; i < 3; ++i) {
        order += letter;
        scheduler.yield_now();
      }
    });
  }
  while (scheduler.fibers().live() > 1) let_others_run();
  EXPECT_EQ(order, "ababab");
}

TEST_F(SchedulerTest, keeps_the_locals_of_a_suspended_fiber) {
  std::vector<long> sums;
  for (int seed = 0; seed < 50; ++seed) {
    scheduler.spawn("sum", [&, seed] {
      long values[64];
      for (int i = 0; i < 64; ++i) {
        values[i] = seed * 1000L + i;
        scheduler.yield_now();
      }
      long sum = 0;
      for (const long value : values) sum += value;
      sums.push_back(sum);
    });
  }
  while (scheduler.fibers().live() > 1) let_others_run();
  ASSERT_EQ(sums.size(), 50U);
  for (long seed = 0; seed < 50; ++seed) EXPECT_EQ(sums[seed], 64 * 1000 * seed + 64 * 63 / 2);
}

TEST_F(SchedulerTest, uses_the_stack_of_a_fiber_that_is_done_for_the_next) {
  spawn_letter('A');
  let_others_run();
  const std::size_t pooled = scheduler.fibers().pooled();
  EXPECT_GE(pooled, 1U);
  spawn_letter('B');
  EXPECT_EQ(scheduler.fibers().pooled(), pooled - 1);
  let_others_run();
  EXPECT_EQ(scheduler.fibers().pooled(), pooled);
  EXPECT_EQ(order, "AB");
}

TEST_F(SchedulerTest, destroys_a_body_when_it_has_returned) {
  struct Trace {
    std::string* order;
    ~Trace() { *order += 'd'; }
  };
  auto trace = std::make_shared<Trace>(&order);
  scheduler.spawn("owner", [this, trace = std::move(trace)] { order += 'r'; });
  let_others_run();
  EXPECT_EQ(order, "rd");
}

TEST_F(SchedulerTest, ten_thousand_fibers_live_at_once) {
  Event gate;
  std::size_t passed = 0;
  for (int i = 0; i < 10'000; ++i) {
    scheduler.spawn("one of many", [&] {
      EXPECT_EQ(gate.wait(), Wake::resumed);
      ++passed;
    });
  }
  let_others_run();
  EXPECT_EQ(scheduler.fibers().live(), 10'001U);
  gate.set();
  test::turn_event_loop_until([&] { return scheduler.fibers().live() == 1; });
  EXPECT_EQ(passed, 10'000U);
}

TEST_F(SchedulerTest, gives_the_browser_its_turn_though_a_fiber_never_waits) {
  bool is_event_handled = false;
  const FiberId busy = scheduler.spawn("busy", [&] {
    while (!is_event_handled) scheduler.yield_now();
  });
  test::turn_event_loop();
  EXPECT_NE(scheduler.fibers().find(busy), nullptr);
  is_event_handled = true;
  let_others_run();
}

TEST_F(SchedulerTest, numbers_fibers_in_order_and_finds_only_the_live) {
  const FiberId first = spawn_letter('A');
  const FiberId second = spawn_letter('B');
  EXPECT_EQ(second, first + 1);
  ASSERT_NE(scheduler.fibers().find(first), nullptr);
  EXPECT_EQ(scheduler.fibers().find(first)->name(), "A");
  let_others_run();
  EXPECT_EQ(scheduler.fibers().find(first), nullptr);
}

}  // namespace
}  // namespace weft::fiber
