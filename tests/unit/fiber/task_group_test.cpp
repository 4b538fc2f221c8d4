#include "fiber/task_group.hpp"

#include <map>
#include <optional>

#include "fiber/event.hpp"
#include "support/fixture.hpp"

namespace weft::fiber {
namespace {

class TaskGroupTest : public test::FiberTest {
 protected:
  /// A body that passes its gate, then tells whether it succeeds; an 'x' if it is cancelled before.
  auto at_gate(char letter, bool succeeds = true) {
    return [this, letter, succeeds] {
      const bool passed = gates[letter].wait() == Wake::resumed;
      order += passed ? letter : 'x';
      return passed && succeeds;
    };
  }
  std::map<char, Event> gates;
};

TEST_F(TaskGroupTest, join_returns_when_the_last_has_ended) {
  TaskGroup group;
  for (const char letter : {'A', 'B', 'C'}) group.spawn("member", at_gate(letter));
  scheduler.spawn("opener", [this] {
    for (const char letter : {'C', 'B', 'A'}) {
      gates[letter].set();
      scheduler.yield_now();
    }
  });
  EXPECT_EQ(group.join(), Wake::resumed);
  EXPECT_EQ(order, "CBA");
  EXPECT_EQ(group.failed(), 0U);
}

TEST_F(TaskGroupTest, join_of_an_empty_group_returns_at_once) {
  TaskGroup group;
  EXPECT_EQ(group.join(), Wake::resumed);
}

TEST_F(TaskGroupTest, leaving_its_scope_cancels_what_still_runs_and_waits_for_it) {
  {
    TaskGroup group;
    group.spawn("member", at_gate('A'));
    group.spawn("member", at_gate('B'));
    let_others_run();
  }
  EXPECT_EQ(order, "xx");
}

TEST_F(TaskGroupTest, leaving_its_scope_ends_members_that_have_not_started) {
  {
    TaskGroup group;
    group.spawn("member", at_gate('A'));
  }
  EXPECT_EQ(order, "x");
}

TEST_F(TaskGroupTest, a_failure_leaves_the_others_alone) {
  TaskGroup group(OnFailure::keep_going);
  group.spawn("bad", at_gate('A', false));
  group.spawn("good", at_gate('B'));
  gates['A'].set();
  gates['B'].set();
  EXPECT_EQ(group.join(), Wake::resumed);
  EXPECT_EQ(order, "AB");
  EXPECT_EQ(group.failed(), 1U);
}

TEST_F(TaskGroupTest, a_failure_cancels_the_others_if_that_is_asked_for) {
  TaskGroup group(OnFailure::cancel_rest);
  group.spawn("bad", at_gate('A', false));
  group.spawn("good", at_gate('B'));
  gates['A'].set();
  EXPECT_EQ(group.join(), Wake::resumed);
  EXPECT_EQ(order, "Ax");
}

TEST_F(TaskGroupTest, cancelling_the_joiner_cancels_the_members_and_still_waits_for_them) {
  const FiberId joiner = scheduler.spawn("joiner", [this] {
    TaskGroup group;
    group.spawn("member", at_gate('A'));
    group.spawn("slow to leave", [this] {
      (void)gates['B'].wait();
      const Shield shield;
      (void)gates['S'].wait();
      order += 's';
    });
    order += group.join() == Wake::cancelled ? 'C' : 'R';
  });
  let_others_run();
  let_others_run();
  scheduler.cancel(joiner);
  for (int i = 0; i < 3; ++i) let_others_run();
  EXPECT_EQ(order, "x");
  gates['S'].set();
  for (int i = 0; i < 3; ++i) let_others_run();
  EXPECT_EQ(order, "xsC");
}

}  // namespace
}  // namespace weft::fiber
