#include "fiber/scheduler.hpp"
#include "support/fixture.hpp"

namespace weft::fiber {
namespace {

class SleepTest : public test::FiberTest {
 protected:
  void SetUp() override { test::TestHost::get().stop_clock(1000); }

  FiberId sleeper(double ms, char letter) {
    return scheduler.spawn(
        "sleeper", [this, ms, letter] { order += scheduler.sleep(ms) == Wake::resumed ? letter : 'x'; });
  }
};

TEST_F(SleepTest, wakes_the_earliest_first) {
  sleeper(30, 'C');
  sleeper(10, 'A');
  sleeper(20, 'B');
  let_others_run();
  test::TestHost::get().advance(9);
  EXPECT_EQ(order, "");
  test::TestHost::get().advance(1);
  EXPECT_EQ(order, "A");
  test::TestHost::get().advance(20);
  EXPECT_EQ(order, "ABC");
}

TEST_F(SleepTest, wakes_those_of_one_moment_in_the_order_they_lay_down) {
  for (const char letter : {'A', 'B', 'C', 'D'}) sleeper(5, letter);
  let_others_run();
  test::TestHost::get().advance(5);
  EXPECT_EQ(order, "ABCD");
}

TEST_F(SleepTest, ends_when_cancelled) {
  const FiberId id = sleeper(1e6, 'A');
  let_others_run();
  scheduler.cancel(id);
  let_others_run();
  EXPECT_EQ(order, "x");
}

TEST_F(SleepTest, of_the_real_clock_lasts_at_least_as_long_as_asked) {
  test::TestHost::get().release_clock();
  const double before = scheduler.now_ms();
  EXPECT_EQ(scheduler.sleep(12), Wake::resumed);
  EXPECT_GE(scheduler.now_ms(), before + 12);
}

}  // namespace
}  // namespace weft::fiber
