#include "lab/critical_path.hpp"

#include <algorithm>
#include <optional>

#include "lab/random_schedule.hpp"
#include "support/fixture.hpp"

namespace weft::lab {
namespace {

using fiber::Phase;
using fiber::State;
using Kind = fiber::Cause::Kind;

/// Records for two: the timeline, and a plain list of what happened, from which the path is found again by
/// looking at every millisecond.
class Witness final : public fiber::Observer {
 public:
  struct Event {
    fiber::FiberId fiber;
    fiber::Transition what;
  };

  void on_transition(const fiber::Fiber& fiber, const fiber::Transition& transition) override {
    timeline.on_transition(fiber, transition);
    // The test's own fiber moves the clock, as the world does: it has no part in the run.
    if (timeline.lane(fiber.id()) == nullptr) return;
    events.push_back({fiber.id(), transition});
  }
  void on_operation_end(fiber::Ticket ticket, fiber::Outcome outcome, double at_ms) override {
    timeline.on_operation_end(ticket, outcome, at_ms);
  }

  Timeline timeline;
  std::vector<Event> events;
};

/// The brute force: from event to event, by nothing but the list.
class Judge {
 public:
  explicit Judge(const std::vector<Witness::Event>& events) : events_(events) {}

  /// The milliseconds of the path by part, from `start_ms` to the time of the last event.
  std::array<double, path_part_count> path(fiber::FiberId last, double start_ms, double end_ms) {
    double until_ms = end_ms;
    std::optional<std::size_t> at = last_of(last, events_.size());
    while (at && until_ms > start_ms) {
      const auto& [fiber, what] = events_[*at];
      for (double ms = until_ms - 1; ms >= std::max(what.at_ms, start_ms); --ms) count(what.to, ms);
      until_ms = std::max(what.at_ms, start_ms);
      const bool is_given = what.cause.by != 0 && what.cause.by != fiber &&
                            (what.cause.kind == Kind::wake || what.cause.kind == Kind::spawn);
      at = last_of(is_given ? what.cause.by : fiber, *at);
    }
    ms_[static_cast<std::size_t>(PathPart::other)] += until_ms - start_ms;
    return ms_;
  }

 private:
  std::optional<std::size_t> last_of(fiber::FiberId fiber, std::size_t before) const {
    while (before-- > 0)
      if (events_[before].fiber == fiber) return before;
    return std::nullopt;
  }

  // Whoever has the thread in the millisecond that begins at `ms`: the last who got it before its end.
  State on_thread(double ms) const {
    State state = State::done;
    for (const auto& [fiber, what] : events_) {
      if (what.at_ms > ms) break;
      const bool gets = what.to == State::running || what.to == State::blocking;
      if (gets)
        state = what.to;
      else if (what.from == State::running || what.from == State::blocking)
        state = State::done;
    }
    return state;
  }

  void count(State state, double ms) {
    const State holder = on_thread(ms);
    PathPart part = PathPart::other;
    if (state == State::running)
      part = PathPart::computing;
    else if (state == State::blocking)
      part = PathPart::blocked;
    else if (state == State(vfs::for_read))
      part = holder == State::blocking ? PathPart::blocked : PathPart::reads;
    else if (state == State::ready)
      part = holder == State::blocking  ? PathPart::blocked
             : holder == State::running ? PathPart::turns
                                        : PathPart::page;
    ++ms_[static_cast<std::size_t>(part)];
  }

  const std::vector<Witness::Event>& events_;
  std::array<double, path_part_count> ms_ = {};
};

class CriticalPathTest : public test::FiberTest {
 protected:
  void TearDown() override {
    scheduler.set_observer(nullptr);
    FiberTest::TearDown();
  }

  /// Runs `body` on a fiber, on a stopped clock, and returns its path.
  template <class Body>
  CriticalPath path_of(Body&& body) {
    test::TestHost::get().stop_clock(100);
    witness.emplace();
    scheduler.set_observer(&*witness);
    bool is_done = false;
    CriticalPath path;
    scheduler.spawn("runner", [&] {
      start_ms = scheduler.now_ms();
      witness->timeline.begin_run(start_ms, scheduler.current());
      body();
      end_ms = scheduler.now_ms();
      const StayIndex stays(witness->timeline, end_ms);
      path = critical_path_of(stays, scheduler.current().id(), start_ms, end_ms);
      judged = Judge(witness->events).path(scheduler.current().id(), start_ms, end_ms);
      is_done = true;
    });
    while (!is_done) test::TestHost::get().advance(1);
    while (scheduler.fibers().live() > 1) let_others_run();
    return path;
  }

  void compute(double ms) { test::TestHost::get().stop_clock(scheduler.now_ms() + ms); }

  void read(double ms) {
    fiber::Operation operation;
    scheduler.call_at(scheduler.now_ms() + ms,
                      [this, ticket = operation.ticket()] { scheduler.complete(ticket, {}); });
    (void)operation.wait(vfs::for_read);
  }

  /// "runner 0-3 computing; …", from the start on.
  std::string text_of(const CriticalPath& path) const {
    std::string text;
    for (const PathStep& step : path.steps) {
      const Lane* lane = witness->timeline.lane(step.stay.fiber);
      text += (lane != nullptr ? lane->name : "?") + ' ' + std::to_string(int(step.from_ms - start_ms)) +
              '-' + std::to_string(int(step.to_ms - start_ms)) + ' ' + std::string(name_of(step.part)) + "; ";
    }
    return text;
  }

  std::optional<Witness> witness;
  double start_ms = 0;
  double end_ms = 0;
  std::array<double, path_part_count> judged = {};
};

TEST_F(CriticalPathTest, goes_from_the_last_fiber_over_whoever_gave_it_a_permit_to_the_start) {
  const CriticalPath path = path_of([&] {
    fiber::Semaphore one(1);
    fiber::TaskGroup group;
    compute(1);
    group.spawn("first", [&] {
      const auto permit = one.acquire();
      read(5);
      compute(2);
    });
    group.spawn("second", [&] {
      const auto permit = one.acquire();
      read(3);
    });
    group.spawn("short", [&] { read(1); });
    (void)group.join();
  });
  EXPECT_EQ(text_of(path), "runner 0-1 computing; first 1-6 reads; first 6-8 computing; second 8-11 reads; ");
  EXPECT_EQ(path.share(PathPart::reads), 8.0 / 11);
}

TEST_F(CriticalPathTest, tells_whether_fibers_or_the_page_had_the_thread_while_one_was_ready) {
  const CriticalPath path = path_of([&] {
    fiber::TaskGroup group;
    group.spawn("reader", [&] { read(2); });
    group.spawn("busy", [&] {
      (void)scheduler.sleep(2);
      compute(4);
    });
    group.spawn("reader again", [&] {
      read(2);
      compute(1);
    });
    (void)group.join();
  });
  EXPECT_EQ(text_of(path), "reader again 0-2 reads; reader again 2-6 turns; reader again 6-7 computing; ");
}

TEST_F(CriticalPathTest, counts_a_wait_during_which_another_fiber_blocked_the_thread_as_blocked) {
  const CriticalPath path = path_of([&] {
    fiber::TaskGroup group;
    group.spawn("reader", [&] { read(2); });
    group.spawn("blocker", [&] {
      const fiber::BlockingScope blocking;
      compute(5);
    });
    (void)group.join();
  });
  EXPECT_EQ(text_of(path), "reader 0-5 blocked; ");
}

TEST_F(CriticalPathTest, says_so_where_the_timeline_has_forgotten_what_came_first) {
  const CriticalPath path = path_of([&] {
    fiber::TaskGroup group;
    group.spawn("reader", [&] { read(5); });
    (void)group.join();
    witness->timeline.begin_run(start_ms, scheduler.current());
    read(3);
  });
  EXPECT_EQ(path.ms[static_cast<std::size_t>(PathPart::other)], 5);
  EXPECT_EQ(path.steps.front().stay.fiber, 0U);
}

TEST_F(CriticalPathTest, goes_through_more_fibers_than_there_are_lanes) {
  constexpr int fibers = 2500;
  const CriticalPath path = path_of([&] {
    for (int fiber = 0; fiber < fibers; ++fiber) {
      fiber::TaskGroup group;
      group.spawn("reader", [&] { read(1); });
      (void)group.join();
    }
  });
  EXPECT_EQ(path.whole_ms(), fibers);
  EXPECT_EQ(path.ms[static_cast<std::size_t>(PathPart::reads)], fibers - 1)
      << "one would have had the lane of the runner, which lives";
}

TEST_F(CriticalPathTest, is_what_brute_force_finds_in_thousands_of_random_schedules) {
  for (unsigned seed = 1; seed <= 3000; ++seed) {
    const CriticalPath path = path_of([&] { test::RandomSchedule(seed).run(); });
    ASSERT_EQ(path.ms, judged) << "seed " << seed << ": " << text_of(path);
    ASSERT_EQ(path.whole_ms(), end_ms - start_ms) << "seed " << seed;
    double at_ms = start_ms;
    for (const PathStep& step : path.steps) {
      ASSERT_EQ(step.from_ms, at_ms) << "seed " << seed << ": " << text_of(path);
      at_ms = step.to_ms;
    }
    ASSERT_EQ(at_ms, end_ms) << "seed " << seed;
  }
}

}  // namespace
}  // namespace weft::lab
