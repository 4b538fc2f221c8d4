#include <array>

#include "support/fixture.hpp"
#include "vfs/backend_fixture.hpp"
#include "vfs/latency_backend.hpp"
#include "vfs/manual_backend.hpp"
#include "vfs/memory_backend.hpp"

namespace weft::test {
namespace {

using vfs::File;
using vfs::LatencyBackend;

class LatencyTest : public FiberTest {
 protected:
  LatencyTest() { EXPECT_TRUE(fs.mount("/far", far)); }

  std::shared_ptr<ManualBackend> manual = std::make_shared<ManualBackend>("abcdefghij");
  std::shared_ptr<LatencyBackend> far = std::make_shared<LatencyBackend>(manual, 50);
  vfs::FileSystem fs;
  std::array<std::byte, 2> first{};
  std::array<std::byte, 2> second{};
};

TEST_F(LatencyTest, holds_a_read_back_for_as_long_as_it_says) {
  auto file = File::open(fs, "/far/file");
  TestHost::get().stop_clock(1000);
  vfs::PendingRead read = file->start_read_at(0, first);
  TestHost::get().advance(49);
  EXPECT_EQ(manual->reads(), 0U);
  TestHost::get().advance(1);
  EXPECT_EQ(manual->reads(), 1U);
  manual->deliver(0);
  EXPECT_EQ(read.wait(), 2U);
  EXPECT_EQ(to_text(first), "ab");
}

TEST_F(LatencyTest, holds_reads_back_together_not_one_after_another) {
  auto file = File::open(fs, "/far/file");
  TestHost::get().stop_clock(1000);
  const vfs::PendingRead one = file->start_read_at(0, first);
  const vfs::PendingRead two = file->start_read_at(2, second);
  EXPECT_EQ(fs.in_flight(), 2U);
  TestHost::get().advance(50);
  EXPECT_EQ(manual->reads(), 2U);
}

TEST_F(LatencyTest, does_not_start_a_read_that_was_abandoned_meanwhile) {
  auto file = File::open(fs, "/far/file");
  TestHost::get().stop_clock(1000);
  {
    const vfs::PendingRead abandoned = file->start_read_at(0, first);
  }
  TestHost::get().advance(100);
  EXPECT_EQ(manual->reads(), 0U);
  EXPECT_EQ(scheduler.operations().pending(), 0U);
}

TEST_F(LatencyTest, passes_on_that_a_read_was_abandoned) {
  auto file = File::open(fs, "/far/file");
  far->set_latency_ms(0);
  {
    const vfs::PendingRead abandoned = file->start_read_at(0, first);
  }
  EXPECT_EQ(manual->aborted(), std::vector{manual->ticket_of_read(0)});
}

TEST_F(LatencyTest, can_be_set_and_taken_away) {
  auto file = File::open(fs, "/far/file");
  TestHost::get().stop_clock(1000);
  far->set_latency_ms(0);
  const vfs::PendingRead one = file->start_read_at(0, first);
  EXPECT_EQ(manual->reads(), 1U);
  far->set_latency_ms(10);
  const vfs::PendingRead two = file->start_read_at(0, second);
  TestHost::get().advance(10);
  EXPECT_EQ(manual->reads(), 2U);
}

TEST_F(LatencyTest, blocks_the_thread_for_as_long_as_it_says) {
  auto memory = std::make_shared<vfs::MemoryBackend>();
  memory->put("file", to_bytes("text"));
  EXPECT_TRUE(fs.mount("/blocking", std::make_shared<LatencyBackend>(memory, 20)));
  auto file = File::open(fs, "/blocking/file", {.wait = vfs::Wait::block});
  const double before_ms = scheduler.now_ms();
  EXPECT_EQ(file->read_at(0, first), 2U);
  EXPECT_EQ(file->read_at(2, second), 2U);
  EXPECT_GE(scheduler.now_ms() - before_ms, 40);
}

}  // namespace
}  // namespace weft::test
