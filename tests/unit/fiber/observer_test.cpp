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
    asleep = scheduler.current().time_in(State::sleeping);
  });
  let_others_run();
  test::TestHost::get().advance(40);
  test::TestHost::get().advance(30);
  scheduler.set_observer(nullptr);
  EXPECT_EQ(asleep, 30);
}

TEST(StateTest, has_words_for_every_state) {
  for (int i = 0; i < state_count; ++i) EXPECT_NE(to_words(static_cast<State>(i)), "unknown");
}

TEST(StateTest, only_a_running_fiber_may_end_or_wait) {
  for (int i = 0; i < state_count; ++i) {
    const State to = static_cast<State>(i);
    EXPECT_EQ(is_legal_transition(State::ready, to), to == State::running);
    if (is_waiting(to)) EXPECT_TRUE(is_legal_transition(State::running, to));
  }
  EXPECT_FALSE(is_legal_transition(State::sleeping, State::running));
  EXPECT_FALSE(is_legal_transition(State::waiting_on_io, State::done));
}

}  // namespace
}  // namespace weft::fiber
