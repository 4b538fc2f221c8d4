#include "lab/story.hpp"

#include "lab/lab_fixture.hpp"

namespace weft::lab {
namespace {

class StoryTest : public test::LabTest {
 protected:
  StoryTest() { test::TestHost::get().stop_clock(0); }
  void TearDown() override {
    test::TestHost::get().release_clock();
    LabTest::TearDown();
  }

  void begin(const Settings& settings) {
    backend->hold();
    ASSERT_TRUE(lab->runs().start(settings, {}));
  }

  /// Waits until that file's open is held, and lets it go on at `at_ms`.
  void release_at(double at_ms, const std::string& name) {
    frames_until([&] { return backend->held().find(name) != std::string::npos; });
    test::TestHost::get().stop_clock(at_ms);
    backend->release(name);
  }

  /// What is told of the fiber's stays that took time.
  std::string story_of(const std::string& name) {
    const Timeline& timeline = lab->timeline();
    const StayIndex stays(timeline, scheduler.now_ms());
    const Story story(timeline, stays, lab->runs().run().report());
    std::string text;
    for (const Span& stay : stays.all())
      if (stay.end_ms > stay.start_ms && story.name_of(stay.fiber) == name) text += story.of(stay) + ' ';
    return text;
  }
};

TEST_F(StoryTest, tells_who_had_the_permit_that_a_fiber_waited_for_and_when_it_let_go) {
  add("a", "text");
  add("b", "more");
  begin({.mode = Mode::async, .concurrency = 1});
  release_at(10, "a");
  release_at(25, "b");
  finish();
  EXPECT_EQ(story_of("a"), "a waited 10 ms until it was opened. ");
  EXPECT_EQ(story_of("b"),
            "b waited 10 ms for its turn: the only one was taken. a let go after its read of 4 B. b "
            "waited 15 ms until it was opened. ");
}

TEST_F(StoryTest, tells_which_operation_was_first_of_those_that_made_a_group_wait) {
  add("a", "text");
  add("b", "more");
  begin({.mode = Mode::async, .concurrency = 2});
  release_at(10, "b");
  release_at(30, "a");
  finish();
  const RunAnalysis& analysis = lab->runs().run().report().analysis;
  ASSERT_EQ(analysis.path.size(), 1U);
  EXPECT_EQ(analysis.path.front().fiber, "a");
  EXPECT_EQ(analysis.path.front().cause, "a waited 30 ms until it was opened.");
  EXPECT_EQ(analysis.path.front().to_ms, 30);
  EXPECT_EQ(analysis.shares[static_cast<std::size_t>(PathPart::reads)], 1);
}

TEST_F(StoryTest, tells_of_a_chain_of_permits_from_the_last_file_to_the_first) {
  for (const char* name : {"a", "b", "c"}) add(name, "text");
  begin({.mode = Mode::async, .concurrency = 1});
  double at_ms = 0;
  for (const char* name : {"a", "b", "c"}) release_at(at_ms += 7, name);
  finish();
  std::string fibers;
  for (const PathLine& line : lab->runs().run().report().analysis.path) fibers += line.fiber;
  EXPECT_EQ(fibers, "abc");
}

TEST_F(StoryTest, tells_what_blocked_the_thread) {
  add("a", "text");
  backend->on_operation = [this](int number) {
    if (number == 2) test::TestHost::get().stop_clock(scheduler.now_ms() + 12);
  };
  run({.mode = Mode::sync});
  const RunReport& report = lab->runs().run().report();
  ASSERT_EQ(report.analysis.path.size(), 1U);
  EXPECT_EQ(report.analysis.path.front().cause.substr(report.analysis.path.front().cause.find(' ')),
            " blocked the thread for 12 ms with its read of 4 B: nobody else could go on.");
  EXPECT_EQ(report.analysis.shares[static_cast<std::size_t>(PathPart::blocked)], 1);
}

TEST_F(StoryTest, tells_that_a_ready_fiber_waited_for_whoever_had_the_thread) {
  test::TestHost::get().stop_clock(0);
  fiber::FiberId busy = 0;
  fiber::FiberId patient = 0;
  scheduler.spawn("maker", [&] {
    busy = scheduler.spawn("busy", [&] { test::TestHost::get().stop_clock(15); });
    patient = scheduler.spawn("patient", [] {});
  });
  test::turn_event_loop();
  EXPECT_EQ(story_of("patient"),
            "patient was ready, as maker had made it, and waited 15 ms for the thread, "
            "which busy had. ");
}

}  // namespace
}  // namespace weft::lab
