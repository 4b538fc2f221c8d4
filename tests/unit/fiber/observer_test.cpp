#include "fiber/observer.hpp"

#include <vector>

#include "fiber/event.hpp"
#include "fiber/scheduler.hpp"
#include "support/fixture.hpp"

namespace weft::fiber {
namespace {

class Recorder final : public Observer {
 public:
  explicit Recorder(std::string_view name) : name_(name) {}
  void on_transition(const Fiber& fiber, State, State to, double) override {
    if (fiber.name() == name_) states.push_back(to);
  }
  std::vector<State> states;

 private:
  std::string_view name_;
};

class ObserverTest : public test::FiberTest {
 protected:
  void TearDown() override {
    scheduler.set_observer(nullptr);
    FiberTest::TearDown();
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
