#include "lab/frame_clock.hpp"

#include "support/fixture.hpp"

namespace weft::lab {
namespace {

class FrameClockTest : public test::FiberTest {
 protected:
  fiber::FiberId spawn_waiter() {
    const fiber::FiberId id = scheduler.spawn(
        "waiter", [this] { order += frames.wait_until_shown(500) == fiber::Wake::resumed ? 's' : 'c'; });
    let_others_run();
    return id;
  }

  FrameClock frames;
};

TEST_F(FrameClockTest, measures_the_longest_time_without_a_frame) {
  frames.on_frame(50);
  frames.begin(100);
  frames.on_frame(110);
  frames.on_frame(150);
  frames.on_frame(160);
  frames.end(165);
  EXPECT_EQ(frames.longest_gap_ms(), 40);
  EXPECT_EQ(frames.frames(), 3);
}

TEST_F(FrameClockTest, counts_the_time_since_the_last_frame_as_a_gap) {
  frames.begin(100);
  frames.end(400);
  EXPECT_EQ(frames.longest_gap_ms(), 300);
  EXPECT_EQ(frames.frames(), 0);
}

TEST_F(FrameClockTest, measures_nothing_outside_a_run) {
  frames.begin(100);
  frames.end(110);
  frames.on_frame(900);
  frames.end(2000);
  EXPECT_EQ(frames.longest_gap_ms(), 10);
  EXPECT_EQ(frames.frames(), 0);
  frames.begin(3000);
  frames.on_frame(3001);
  EXPECT_EQ(frames.longest_gap_ms(), 1);
}

TEST_F(FrameClockTest, knows_whether_the_page_was_hidden_meanwhile) {
  frames.on_visibility(true);
  frames.on_visibility(false);
  frames.begin(100);
  EXPECT_FALSE(frames.was_hidden());
  frames.on_visibility(true);
  frames.on_visibility(false);
  EXPECT_TRUE(frames.was_hidden());
  frames.begin(200);
  EXPECT_FALSE(frames.was_hidden());
  frames.on_visibility(true);
  frames.begin(300);
  EXPECT_TRUE(frames.was_hidden()) << "from the beginning";
}

TEST_F(FrameClockTest, has_shown_what_is_new_at_the_second_frame) {
  test::TestHost::get().stop_clock(1000);
  spawn_waiter();
  frames.on_frame(1000);
  let_others_run();
  EXPECT_EQ(order, "");
  frames.on_frame(1000);
  let_others_run();
  EXPECT_EQ(order, "s");
}

TEST_F(FrameClockTest, does_not_wait_for_ever_where_no_frames_come) {
  test::TestHost::get().stop_clock(1000);
  spawn_waiter();
  test::TestHost::get().advance(499);
  EXPECT_EQ(order, "");
  test::TestHost::get().advance(2);
  EXPECT_EQ(order, "s");
  frames.on_frame(1501);
}

TEST_F(FrameClockTest, forgets_a_cancelled_waiter) {
  scheduler.cancel(spawn_waiter());
  let_others_run();
  EXPECT_EQ(order, "c");
  frames.on_frame(1);
  frames.on_frame(2);
  let_others_run();
  EXPECT_EQ(order, "c");
}

}  // namespace
}  // namespace weft::lab
