// What a File does with what a backend says: with one whose reads are completed by hand.

#include <array>
#include <utility>

#include "support/fixture.hpp"
#include "vfs/chunk_reader.hpp"
#include "vfs/environment.hpp"
#include "vfs/file_system.hpp"
#include "vfs/file_writer.hpp"
#include "vfs/manual_backend.hpp"

namespace weft::test {
namespace {

using vfs::ChunkReader;
using vfs::File;

class FileTest : public FiberTest {
 protected:
  FileTest() { EXPECT_TRUE(fs.mount("/m", manual)); }

  std::shared_ptr<ManualBackend> manual = std::make_shared<ManualBackend>("abcdefghij");
  vfs::FileSystem fs;
};

TEST_F(FileTest, starts_a_read_at_once_and_never_asks_for_more_than_there_is) {
  auto file = File::open(fs, "/m/file");
  std::array<std::byte, 8> buffer{};
  vfs::PendingRead read = file->start_read_at(6, buffer);
  EXPECT_EQ(manual->reads(), 1U);
  EXPECT_FALSE(read.is_finished());
  manual->deliver(0);
  EXPECT_TRUE(read.is_finished());
  EXPECT_EQ(read.wait(), 4U);
  EXPECT_EQ(to_text(std::span(buffer).first(5)), std::string("ghij\0", 5));
}

TEST_F(FileTest, takes_reads_that_come_in_any_order) {
  auto file = File::open(fs, "/m/file");
  std::array<std::byte, 2> first{};
  std::array<std::byte, 2> second{};
  vfs::PendingRead one = file->start_read_at(0, first);
  vfs::PendingRead two = file->start_read_at(2, second);
  manual->deliver(1);
  EXPECT_EQ(fs.in_flight(), 1U);
  EXPECT_EQ(two.wait(), 2U);
  manual->deliver(0);
  EXPECT_EQ(one.wait(), 2U);
  EXPECT_EQ(to_text(first) + to_text(second), "abcd");
}

TEST_F(FileTest, calls_a_read_that_ends_before_the_file_does_an_error) {
  auto file = File::open(fs, "/m/file");
  std::array<std::byte, 8> buffer{};
  vfs::PendingRead read = file->start_read_at(0, buffer);
  manual->deliver(0, 5);
  EXPECT_EQ(to_message(read.wait().error()), "Cannot read /m/file: it ended early (EIO).");
}

TEST_F(FileTest, does_not_move_on_after_a_read_that_failed) {
  auto file = File::open(fs, "/m/file");
  scheduler.spawn("browser", [&] {
    manual->fail(0, std::errc::io_error);
    scheduler.yield_now();
    manual->deliver(1);
  });
  std::array<std::byte, 3> buffer{};
  EXPECT_EQ(file->read(buffer).error().code, std::errc::io_error);
  EXPECT_EQ(file->read(buffer), 3U);
  EXPECT_EQ(to_text(buffer), "abc");
}

TEST_F(FileTest, closes_once_however_it_is_moved) {
  {
    auto file = File::open(fs, "/m/file");
    File moved = std::move(*file);
    auto other = File::open(fs, "/m/file");
    EXPECT_EQ(fs.open_files(), 2U);
    *other = std::move(moved);
    EXPECT_EQ(fs.open_files(), 1U);
    EXPECT_EQ(manual->log(), "close ");
  }
  EXPECT_EQ(manual->log(), "close close ");
  EXPECT_EQ(fs.open_files(), 0U);
}

TEST_F(FileTest, counts_a_read_as_in_flight_until_it_is_completed) {
  auto file = File::open(fs, "/m/file");
  std::array<std::byte, 2> buffer{};
  vfs::PendingRead one = file->start_read_at(0, buffer);
  EXPECT_EQ(fs.in_flight(), 1U);
  manual->deliver(0);
  EXPECT_EQ(fs.in_flight(), 0U) << "although nobody has fetched it";
  vfs::PendingRead two = file->start_read_at(0, buffer);
  EXPECT_EQ(fs.peak_in_flight(), 1U);
}

TEST_F(FileTest, says_why_a_backend_cannot_block) {
  const auto file = File::open(fs, "/m/file", {.wait = vfs::Wait::block});
  EXPECT_EQ(file.error().code, std::errc::not_supported);
  EXPECT_EQ(fs.open_files(), 0U);
}

TEST_F(FileTest, tells_of_an_abandoned_read_its_own_backend_and_no_other) {
  const auto other = std::make_shared<ManualBackend>("abc");
  ASSERT_TRUE(fs.mount("/other", other));
  auto file = File::open(fs, "/m/file");
  auto elsewhere = File::open(fs, "/other/file");
  std::array<std::byte, 2> buffer{};
  const vfs::PendingRead kept = elsewhere->start_read_at(0, buffer);
  {
    const vfs::PendingRead abandoned = file->start_read_at(0, buffer);
  }
  EXPECT_EQ(manual->aborted(), std::vector{manual->ticket_of_read(0)});
  EXPECT_TRUE(other->aborted().empty());
}

TEST_F(FileTest, tells_nobody_of_a_read_that_came_before_it_was_given_up) {
  auto file = File::open(fs, "/m/file");
  std::array<std::byte, 2> buffer{};
  {
    const vfs::PendingRead finished = file->start_read_at(0, buffer);
    manual->deliver(0);
  }
  EXPECT_TRUE(manual->aborted().empty());
}

class ChunkReaderTest : public FileTest {};

TEST_F(ChunkReaderTest, reads_nothing_before_it_is_asked_and_only_one_chunk_ahead) {
  auto file = File::open(fs, "/m/file");
  ChunkReader reader(*file, 4);
  EXPECT_EQ(manual->reads(), 0U);
  scheduler.spawn("browser", [&] { manual->deliver(0); });
  EXPECT_EQ(to_text(*reader.next()), "abcd");
  EXPECT_EQ(manual->reads(), 2U);
  manual->deliver(1);
  EXPECT_EQ(to_text(*reader.next()), "efgh");
  EXPECT_EQ(manual->reads(), 3U);
  manual->deliver(2);
  EXPECT_EQ(to_text(*reader.next()), "ij");
  EXPECT_TRUE(reader.next()->empty());
  EXPECT_EQ(manual->reads(), 3U);
}

TEST_F(ChunkReaderTest, leaves_a_chunk_alone_while_the_next_one_comes_in) {
  auto file = File::open(fs, "/m/file");
  ChunkReader reader(*file, 4);
  scheduler.spawn("browser", [&] { manual->deliver(0); });
  const auto chunk = reader.next();
  manual->deliver(1);
  EXPECT_EQ(to_text(*chunk), "abcd");
}

TEST_F(ChunkReaderTest, keeps_to_the_error_it_met) {
  auto file = File::open(fs, "/m/file");
  ChunkReader reader(*file, 4);
  scheduler.spawn("browser", [&] { manual->fail(0, std::errc::io_error); });
  EXPECT_EQ(reader.next().error().code, std::errc::io_error);
  EXPECT_EQ(reader.next().error().code, std::errc::io_error);
  EXPECT_EQ(manual->reads(), 1U);
}

/// Says that its file is larger than the memory that a module can have.
class VastBackend final : public ManualBackend {
 public:
  VastBackend() : ManualBackend("small") {}
  std::uint64_t size(vfs::Handle) const override { return std::uint64_t{5} << 30U; }
};

TEST_F(ChunkReaderTest, fails_if_there_is_no_memory_for_a_chunk) {
  ASSERT_TRUE(fs.mount("/vast", std::make_shared<VastBackend>()));
  auto file = File::open(fs, "/vast/file");
  ChunkReader reader(*file, 0xFFFF0000);
  EXPECT_EQ(reader.next().error().code, std::errc::not_enough_memory);
  EXPECT_EQ(reader.next().error().code, std::errc::not_enough_memory);
}

TEST_F(ChunkReaderTest, may_move_while_a_chunk_is_on_its_way) {
  auto file = File::open(fs, "/m/file");
  ChunkReader first(*file, 4);
  scheduler.spawn("browser", [&] { manual->deliver(0); });
  EXPECT_EQ(to_text(*first.next()), "abcd");
  ChunkReader second = std::move(first);
  manual->deliver(1);
  EXPECT_EQ(to_text(*second.next()), "efgh");
}

class FileWriterTest : public FileTest {};

TEST_F(FileWriterTest, writes_in_three_steps) {
  EXPECT_TRUE(fs.write_file("/m/file", "text"));
  EXPECT_EQ(manual->log(), "create write commit ");
}

TEST_F(FileWriterTest, has_nothing_to_discard_if_it_cannot_create) {
  manual->fail_step("create", std::errc::permission_denied);
  EXPECT_EQ(fs.write_file("/m/file", "text").error().verb, vfs::Verb::create);
  EXPECT_EQ(manual->log(), "create ");
}

TEST_F(FileWriterTest, discards_after_a_write_that_failed) {
  manual->fail_step("write", std::errc::no_space_on_device);
  const auto written = fs.write_file("/m/file", "text");
  EXPECT_EQ(to_message(written.error()), "Cannot write /m/file: there is no space left (ENOSPC).");
  EXPECT_EQ(manual->log(), "create write discard ");
}

TEST_F(FileWriterTest, leaves_the_clean_up_after_a_failed_commit_to_the_backend) {
  manual->fail_step("commit", std::errc::no_space_on_device);
  EXPECT_EQ(fs.write_file("/m/file", "text").error().code, std::errc::no_space_on_device);
  EXPECT_EQ(manual->log(), "create write commit ");
}

TEST_F(FileWriterTest, waits_for_a_commit_that_has_begun_even_if_it_is_cancelled) {
  manual->hold_step("commit");
  const fiber::FiberId writer = scheduler.spawn("writer", [&] {
    EXPECT_TRUE(fs.write_file("/m/file", "text"));
    order += 'W';
  });
  turn_event_loop_until([&] { return manual->is_holding(); });
  scheduler.cancel(writer);
  turn_event_loop();
  EXPECT_EQ(order, "");
  manual->finish_held();
  turn_event_loop_until([&] { return !order.empty(); });
  EXPECT_EQ(manual->log(), "create write commit ");
}

TEST_F(FileWriterTest, discards_what_it_wrote_when_it_is_cancelled_before) {
  manual->hold_step("write");
  const fiber::FiberId writer = scheduler.spawn("writer", [&] {
    EXPECT_EQ(fs.write_file("/m/file", "text").error().code, std::errc::operation_canceled);
    order += 'W';
  });
  turn_event_loop_until([&] { return manual->is_holding(); });
  scheduler.cancel(writer);
  turn_event_loop_until([&] { return !order.empty(); });
  EXPECT_EQ(manual->log(), "create write discard ");
  EXPECT_EQ(manual->aborted().size(), 1U) << "the write";
}

TEST_F(FileWriterTest, says_where_nothing_can_be_written) {
  EXPECT_EQ(fs.write_file("/elsewhere/file", "text").error().code, std::errc::permission_denied);
  EXPECT_EQ(fs.write_file("relative", "text").error().code, std::errc::invalid_argument);
}

}  // namespace
}  // namespace weft::test
