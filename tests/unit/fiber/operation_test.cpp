#include "fiber/operation.hpp"

#include <cerrno>

#include "fiber/scheduler.hpp"
#include "support/fixture.hpp"

namespace weft::fiber {
namespace {

constexpr Wait for_answer("waiting for an answer");

class OperationTest : public test::FiberTest {};

TEST_F(OperationTest, wakes_its_fiber_with_the_outcome) {
  Operation operation;
  const Ticket ticket = operation.ticket();
  scheduler.spawn("world", [&, ticket] {
    order += 'w';
    scheduler.complete(ticket, {.error = EIO, .value = 7e9});
  });
  const Outcome outcome = operation.wait(for_answer);
  EXPECT_EQ(order, "w");
  EXPECT_EQ(outcome.error, EIO);
  EXPECT_EQ(outcome.value, 7e9);
}

TEST_F(OperationTest, completed_before_the_wait_does_not_suspend) {
  Operation operation;
  scheduler.complete(operation.ticket(), {.value = 1});
  scheduler.spawn("other", [this] { order += 'o'; });
  EXPECT_TRUE(operation.is_finished());
  EXPECT_EQ(operation.wait(for_answer).value, 1);
  EXPECT_EQ(order, "");
  let_others_run();
}

TEST_F(OperationTest, abandoned_makes_its_ticket_stale) {
  Ticket stale;
  {
    const Operation operation;
    stale = operation.ticket();
    EXPECT_TRUE(scheduler.operations().is_pending(stale));
  }
  EXPECT_FALSE(scheduler.operations().is_pending(stale));
  const Operation next;
  EXPECT_EQ(next.ticket().slot, stale.slot);
  scheduler.complete(stale, {.value = 1});
  EXPECT_FALSE(next.is_finished());
}

TEST_F(OperationTest, completed_twice_keeps_the_first_outcome) {
  Operation operation;
  scheduler.complete(operation.ticket(), {.value = 1});
  scheduler.complete(operation.ticket(), {.value = 2});
  EXPECT_EQ(operation.wait(for_answer).value, 1);
}

class CountingCarrier final : public Carrier {
 public:
  void abort(Ticket) override { ++aborts; }
  int aborts = 0;
};

TEST_F(OperationTest, of_a_cancelled_fiber_ends_with_ecanceled_and_tells_its_carrier_once) {
  CountingCarrier carrier;
  const FiberId id = scheduler.spawn("reader", [&] {
    Operation operation(&carrier);
    if (operation.wait(for_answer).error == ECANCELED) order += 'c';
  });
  let_others_run();
  scheduler.cancel(id);
  let_others_run();
  EXPECT_EQ(order, "c");
  EXPECT_EQ(carrier.aborts, 1);
}

TEST_F(OperationTest, can_be_moved_while_it_is_pending) {
  Operation first;
  const Ticket ticket = first.ticket();
  Operation second = std::move(first);
  EXPECT_TRUE(scheduler.operations().is_pending(ticket));
  scheduler.complete(ticket, {.value = 3});
  EXPECT_EQ(second.wait(for_answer).value, 3);
}

TEST_F(OperationTest, counts_what_is_pending_and_the_peak) {
  scheduler.operations().reset_peak();
  {
    const Operation a, b, c;
    EXPECT_EQ(scheduler.operations().pending(), 3U);
  }
  EXPECT_EQ(scheduler.operations().pending(), 0U);
  EXPECT_EQ(scheduler.operations().peak_pending(), 3U);
}

TEST(TicketTest, survives_the_way_through_a_javascript_number) {
  for (const Ticket ticket : {Ticket{0, 1}, Ticket{Ticket::slots - 1, 0xFFFF'FFFF}, Ticket{12345, 678910}}) {
    EXPECT_EQ(Ticket::from_number(ticket.to_number()), ticket);
    EXPECT_LT(ticket.to_number(), 9007199254740992.0);
  }
}

}  // namespace
}  // namespace weft::fiber
