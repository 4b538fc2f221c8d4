#include "fiber/observer.hpp"

#include <cerrno>
#include <string>
#include <vector>

#include "fiber/event.hpp"
#include "fiber/generator.hpp"
#include "fiber/scheduler.hpp"
#include "fiber/semaphore.hpp"
#include "fiber/task_group.hpp"
#include "support/fixture.hpp"

namespace weft::fiber {
namespace {

class Recorder final : public Observer {
 public:
  explicit Recorder(std::string_view name) : name_(name) {}
  void on_transition(const Fiber& fiber, const Transition& transition) override {
    if (fiber.name() != name_) return;
    states.push_back(transition.to);
    const Cause& cause = transition.cause;
    causes += letter_of(cause.kind);
    if (cause.by != fiber.id() && cause.by != 0) causes += Scheduler::get().fibers().find(cause.by)->name();
    causes += ' ';
    if (cause.kind == Cause::Kind::operation) was_told_first = ended == cause.ticket;
  }
  void on_operation_end(Ticket ticket, Outcome outcome, double at_ms) override {
    ended = ticket;
    error = outcome.error;
    ended_at_ms = at_ms;
    ++ends;
  }
  std::vector<State> states;
  /// A letter a transition, and the name of the other fiber that made it happen.
  std::string causes;
  /// Of the last operation that ended, and how many did.
  Ticket ended;
  int error = 0;
  double ended_at_ms = -1;
  int ends = 0;
  /// The last operation that let the fiber go on had ended before.
  bool was_told_first = false;

 private:
  static char letter_of(Cause::Kind kind) { return "otsOwhc"[static_cast<int>(kind)]; }

  std::string_view name_;
};

class ObserverTest : public test::FiberTest {
 protected:
  void TearDown() override {
    scheduler.set_observer(nullptr);
    FiberTest::TearDown();
  }

  void let_all_end() {
    while (scheduler.fibers().live() > 1) let_others_run();
  }
};

TEST_F(ObserverTest, sees_every_state_of_a_fiber) {
  Recorder recorder("seen");
  scheduler.set_observer(&recorder);
  Event gate;
  scheduler.spawn("seen", [&] {
    (void)gate.wait();
    const BlockingScope blocking;
  });
  let_others_run();
  gate.set();
  let_others_run();
  EXPECT_EQ(recorder.states, (std::vector{State::ready, State::running, State::waiting_on_event, State::ready,
                                          State::running, State::blocking, State::running, State::done}));
}

TEST_F(ObserverTest, is_why_the_times_of_fibers_are_kept) {
  test::TestHost::get().stop_clock(0);
  Recorder nobody("");
  double asleep = 0;
  scheduler.spawn("sleeper", [&] {
    (void)scheduler.sleep(40);
    scheduler.set_observer(&nobody);
    (void)scheduler.sleep(30);
    asleep = scheduler.current().time_in(Phase::waiting);
  });
  let_others_run();
  test::TestHost::get().advance(40);
  test::TestHost::get().advance(30);
  scheduler.set_observer(nullptr);
  EXPECT_EQ(asleep, 30);
}

constexpr Wait for_answer("waiting for an answer");
constexpr Wait for_other_answer("waiting for an answer");

TEST_F(ObserverTest, sees_the_wait_that_whoever_waits_has_named) {
  Recorder recorder("asking");
  scheduler.set_observer(&recorder);
  WaitQueue queue;
  scheduler.spawn("asking", [&] { (void)queue.wait(for_answer); });
  let_others_run();
  queue.wake_all();
  let_others_run();
  EXPECT_EQ(recorder.states, (std::vector<State>{State::ready, State::running, for_answer, State::ready,
                                                 State::running, State::done}));
  EXPECT_EQ(name_of(recorder.states[2]), "waiting for an answer");
}

TEST_F(ObserverTest, is_told_who_spawned_a_fiber_and_who_handed_it_a_permit) {
  Recorder recorder("second");
  scheduler.set_observer(&recorder);
  Semaphore one(1);
  Event gate;
  scheduler.spawn("first", [&] {
    const auto permit = one.acquire();
    scheduler.spawn("second", [&] { (void)one.acquire(); });
    (void)gate.wait();
  });
  let_others_run();
  let_others_run();
  gate.set();
  let_all_end();
  EXPECT_EQ(recorder.causes, "sfirst t o wfirst t o ");
}

TEST_F(ObserverTest, is_told_which_operation_let_a_fiber_go_on) {
  test::TestHost::get().stop_clock(0);
  Recorder recorder("asking");
  scheduler.set_observer(&recorder);
  Ticket ticket;
  scheduler.spawn("asking", [&] {
    Operation operation;
    ticket = operation.ticket();
    (void)operation.wait(for_answer);
  });
  let_others_run();
  test::TestHost::get().stop_clock(5);
  scheduler.complete(ticket, {});
  scheduler.complete(ticket, {});
  let_others_run();
  EXPECT_EQ(recorder.causes, "stests t o Otests t o ");
  EXPECT_TRUE(recorder.was_told_first);
  EXPECT_EQ(recorder.ended, ticket);
  EXPECT_EQ(recorder.ends, 1);
  EXPECT_EQ(recorder.ended_at_ms, 5);
}

TEST_F(ObserverTest, is_told_of_what_comes_from_outside_that_nobody_did_it) {
  test::TestHost::get().stop_clock(0);
  Recorder recorder("sleeper");
  scheduler.set_observer(&recorder);
  scheduler.spawn("sleeper", [&] { (void)scheduler.sleep(10); });
  let_others_run();
  recorder.causes.clear();
  test::TestHost::get().advance(10);
  EXPECT_EQ(recorder.causes, "O t o ");
}

TEST_F(ObserverTest, is_told_of_an_operation_that_is_given_up_and_of_who_cancelled) {
  Recorder recorder("asking");
  scheduler.set_observer(&recorder);
  const FiberId id = scheduler.spawn("asking", [&] {
    Operation operation;
    (void)operation.wait(for_answer);
  });
  let_others_run();
  recorder.causes.clear();
  scheduler.spawn("impatient", [&] { scheduler.cancel(id); });
  let_all_end();
  EXPECT_EQ(recorder.causes, "cimpatient t o ");
  EXPECT_EQ(recorder.error, ECANCELED);
  EXPECT_EQ(recorder.ends, 1);
}

TEST_F(ObserverTest, is_told_who_ended_last_of_a_group_and_who_handed_over_a_value) {
  Recorder group("group");
  scheduler.set_observer(&group);
  scheduler.spawn("group", [] {
    TaskGroup tasks;
    tasks.spawn("a", [] {});
    tasks.spawn("b", [] {});
    (void)tasks.join();
  });
  let_all_end();
  EXPECT_EQ(group.causes, "stests t o wb t o ");
  Recorder consumer("consumer");
  scheduler.set_observer(&consumer);
  scheduler.spawn("consumer", [] {
    Generator<int> numbers("numbers", [](Generator<int>::Yield& yield) { (void)yield(1); });
    while (numbers.next() != nullptr) {
    }
  });
  let_all_end();
  EXPECT_EQ(consumer.causes, "stests t o hnumbers o wnumbers t o ");
}

TEST(StateTest, is_another_for_every_wait_that_is_named) {
  EXPECT_FALSE(State(for_answer) == for_other_answer);
}

TEST(StateTest, only_a_running_fiber_may_end_or_wait) {
  for (const State to : {State::ready, State::running, State::blocking, State::waiting_on_event,
                         State::sleeping, State::suspended_at_yield, State(for_answer), State::done}) {
    EXPECT_EQ(is_legal_transition(State::ready, to), to == State::running);
    EXPECT_EQ(is_legal_transition(for_answer, to), to == State::ready);
    if (is_waiting(to)) EXPECT_TRUE(is_legal_transition(State::running, to));
  }
  EXPECT_TRUE(is_legal_transition(State::waiting_on_generator, State::running));
  EXPECT_TRUE(is_legal_transition(State::suspended_at_yield, State::done));
}

}  // namespace
}  // namespace weft::fiber
