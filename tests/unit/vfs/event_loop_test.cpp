#include "vfs/event_loop.hpp"

#include <memory>

#include "support/fixture.hpp"

namespace weft::test {
namespace {

using vfs::EventLoop;

class EventLoopTest : public FiberTest {};

TEST_F(EventLoopTest, calls_tasks_in_order_on_a_later_turn) {
  EventLoop loop;
  loop.post([&] { order += 'A'; });
  loop.post([&] {
    order += 'B';
    loop.post([&] { order += 'C'; });
  });
  EXPECT_EQ(order, "");
  turn_event_loop_until([&] { return order.size() == 3; });
  EXPECT_EQ(order, "ABC");
}

TEST_F(EventLoopTest, calls_nothing_after_its_end) {
  auto loop = std::make_unique<EventLoop>();
  loop->post([&] { order += 'A'; });
  loop.reset();
  turn_event_loop();
  turn_event_loop();
  EXPECT_EQ(order, "");
}

}  // namespace
}  // namespace weft::test
