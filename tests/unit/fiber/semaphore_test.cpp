#include "fiber/semaphore.hpp"

#include <map>

#include "fiber/event.hpp"
#include "fiber/scheduler.hpp"
#include "support/fixture.hpp"

namespace weft::fiber {
namespace {

class SemaphoreTest : public test::FiberTest {
 protected:
  FiberId enter(Semaphore& semaphore, char letter) {
    return scheduler.spawn("guest", [this, &semaphore, letter] {
      const auto permit = semaphore.acquire();
      if (!permit) {
        order += 'x';
        return;
      }
      order += letter;
      (void)gates[letter].wait();
    });
  }

  void leave(char letter) {
    gates[letter].set();
    let_others_run();
    let_others_run();
  }

  std::map<char, Event> gates;
};

TEST_F(SemaphoreTest, lets_in_no_more_than_its_limit) {
  Semaphore semaphore(2);
  for (const char letter : {'A', 'B', 'C', 'D'}) enter(semaphore, letter);
  let_others_run();
  EXPECT_EQ(order, "AB");
  EXPECT_EQ(semaphore.in_use(), 2U);
  EXPECT_EQ(semaphore.waiting(), 2U);
  for (const char letter : {'B', 'A', 'C', 'D'}) leave(letter);
  EXPECT_EQ(order, "ABCD");
  EXPECT_EQ(semaphore.in_use(), 0U);
  EXPECT_EQ(semaphore.peak(), 2U);
}

TEST_F(SemaphoreTest, hands_a_released_permit_to_the_fiber_that_waited_longest) {
  Semaphore semaphore(1);
  enter(semaphore, 'A');
  enter(semaphore, 'B');
  let_others_run();
  gates['A'].set();
  scheduler.yield_now();
  enter(semaphore, 'C');
  let_others_run();
  EXPECT_EQ(order, "AB") << "the newcomer must not overtake";
  leave('B');
  leave('C');
  EXPECT_EQ(order, "ABC");
}

TEST_F(SemaphoreTest, passes_over_a_fiber_that_was_cancelled_while_it_waited) {
  Semaphore semaphore(1);
  enter(semaphore, 'A');
  const FiberId cancelled = enter(semaphore, 'B');
  enter(semaphore, 'C');
  let_others_run();
  scheduler.cancel(cancelled);
  leave('A');
  EXPECT_EQ(order, "AxC");
  leave('C');
  EXPECT_EQ(semaphore.in_use(), 0U);
}

TEST_F(SemaphoreTest, takes_back_the_permit_of_a_fiber_that_is_cancelled_inside) {
  Semaphore semaphore(1);
  const FiberId inside = enter(semaphore, 'A');
  enter(semaphore, 'B');
  let_others_run();
  scheduler.cancel(inside);
  let_others_run();
  let_others_run();
  EXPECT_EQ(order, "AB");
  leave('B');
}

}  // namespace
}  // namespace weft::fiber
