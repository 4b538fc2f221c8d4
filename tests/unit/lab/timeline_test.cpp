#include "lab/timeline.hpp"

#include "fiber/event.hpp"
#include "support/fixture.hpp"

namespace weft::lab {
namespace {

using fiber::State;

class TimelineTest : public test::FiberTest {
 protected:
  TimelineTest() { scheduler.set_observer(&timeline); }
  void TearDown() override {
    scheduler.set_observer(nullptr);
    FiberTest::TearDown();
  }

  std::string states_of(fiber::FiberId fiber) const {
    std::string states;
    for (std::size_t i = 0; i < timeline.size(); ++i) {
      if (timeline.at(i).fiber == fiber) states += std::string(fiber::name_of(timeline.at(i).state)) + "; ";
    }
    return states;
  }

  std::string names() const {
    std::string names;
    for (const Lane* lane : timeline.lanes()) names += lane->name + ' ';
    return names;
  }

  void spawn_and_finish(const std::string& name) {
    scheduler.spawn(name, [] {});
    let_others_run();
  }

  Timeline timeline{{.spans = 16, .lanes = 4}};
};

TEST_F(TimelineTest, records_every_stay_of_a_fiber) {
  fiber::Event gate;
  const fiber::FiberId id = scheduler.spawn("worker", [&] { (void)gate.wait(); });
  let_others_run();
  EXPECT_EQ(states_of(id), "ready; running; ");
  EXPECT_EQ(timeline.lane(id)->state, State::waiting_on_event);
  gate.set();
  let_others_run();
  EXPECT_EQ(states_of(id), "ready; running; waiting for an event; ready; running; ");
  EXPECT_EQ(timeline.lane(id)->state, State::done);
  EXPECT_EQ(timeline.lane(id)->name, "worker");
}

TEST_F(TimelineTest, has_stays_that_join_without_a_gap) {
  test::TestHost::get().stop_clock(100);
  const fiber::FiberId id = scheduler.spawn("sleeper", [&] { (void)scheduler.sleep(10); });
  let_others_run();
  test::TestHost::get().advance(10);
  double end_ms = 100;
  for (std::size_t i = 0; i < timeline.size(); ++i) {
    if (timeline.at(i).fiber != id) continue;
    EXPECT_EQ(timeline.at(i).start_ms, end_ms);
    end_ms = timeline.at(i).end_ms;
  }
  EXPECT_EQ(end_ms, 110);
}

TEST_F(TimelineTest, lets_the_oldest_stays_make_room) {
  for (int i = 0; i < 20; ++i) spawn_and_finish("fiber");
  EXPECT_EQ(timeline.size(), 16U);
  EXPECT_GT(timeline.forgotten(), 0U);
  for (std::size_t i = 1; i < timeline.size(); ++i)
    EXPECT_LE(timeline.at(i - 1).end_ms, timeline.at(i).end_ms);
  const fiber::FiberId last = scheduler.spawn("last", [] {});
  let_others_run();
  EXPECT_EQ(states_of(last), "ready; running; ");
}

TEST_F(TimelineTest, lets_the_oldest_lanes_make_room) {
  for (const char* name : {"a", "b", "c", "d", "e"}) spawn_and_finish(name);
  EXPECT_EQ(names(), "b c d e ");
}

TEST_F(TimelineTest, keeps_the_lane_of_a_fiber_that_lives_however_many_come_after_it) {
  fiber::Event gate;
  const fiber::FiberId old = scheduler.spawn("old", [&] { (void)gate.wait(); });
  let_others_run();
  for (int i = 0; i < 4; ++i) spawn_and_finish("young");
  EXPECT_EQ(names(), "old young young young ");
  gate.set();
  let_others_run();
  EXPECT_EQ(states_of(old), "ready; running; waiting for an event; ready; running; ");
}

TEST_F(TimelineTest, gives_a_lane_to_the_fiber_that_begins_a_run) {
  fiber::Event gate;
  scheduler.spawn("old", [&] { (void)gate.wait(); });
  let_others_run();
  for (int i = 0; i < 3; ++i) spawn_and_finish("young");
  const fiber::FiberId runner = scheduler.spawn("runner", [&] {
    EXPECT_EQ(timeline.lane(scheduler.current().id()), nullptr);
    timeline.begin_run(0, scheduler.current());
    (void)gate.wait();
  });
  let_others_run();
  EXPECT_EQ(states_of(runner), "running; ");
  EXPECT_EQ(timeline.lane(runner)->name, "runner");
  gate.set();
  let_others_run();
}

TEST_F(TimelineTest, counts_how_long_a_fiber_without_a_lane_blocks_the_thread) {
  test::TestHost::get().stop_clock(100);
  fiber::Event gate;
  scheduler.spawn("old", [&] { (void)gate.wait(); });
  let_others_run();
  for (int i = 0; i < 3; ++i) spawn_and_finish("young");
  const fiber::FiberId blocker = scheduler.spawn("blocker", [&] {
    const fiber::BlockingScope blocking;
    test::TestHost::get().stop_clock(scheduler.now_ms() + 30);
  });
  let_others_run();
  EXPECT_EQ(timeline.lane(blocker), nullptr);
  EXPECT_EQ(timeline.blocked_ms(), 30);
  gate.set();
  let_others_run();
}

TEST_F(TimelineTest, begins_a_run_with_live_fibers_only) {
  fiber::Event gate;
  spawn_and_finish("gone");
  scheduler.spawn("there", [&] { (void)gate.wait(); });
  scheduler.spawn("runner", [&] {
    timeline.begin_run(7, scheduler.current());
    EXPECT_EQ(names(), "there runner ");
    EXPECT_EQ(timeline.size(), 0U);
  });
  let_others_run();
  EXPECT_EQ(timeline.start_ms(), 7);
  EXPECT_EQ(timeline.end_ms(9), 9);
  timeline.end_run(11);
  EXPECT_EQ(timeline.end_ms(20), 11);
  gate.set();
  let_others_run();
}

}  // namespace
}  // namespace weft::lab
