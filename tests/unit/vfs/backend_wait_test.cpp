// How every backend waits: who runs meanwhile, and what is left when somebody gives up.

#include <array>
#include <format>

#include "fiber/event.hpp"
#include "fiber/task_group.hpp"
#include "vfs/backend_fixture.hpp"
#include "vfs/chunk_reader.hpp"
#include "vfs/waits.hpp"

namespace weft::test {
namespace {

using fiber::State;
using fiber::TaskGroup;
using vfs::ChunkReader;
using vfs::File;

class WaitTest : public BackendTest, public fiber::Observer {
 protected:
  void on_transition(const fiber::Fiber& fiber, const fiber::Transition& transition) override {
    has_blocked |= fiber.name() == "reader" && transition.to == State::blocking;
    has_waited |= fiber.name() == "reader" && transition.to == vfs::for_read;
  }

  bool has_blocked = false;
  bool has_waited = false;
};

/// Writes down what is asked of a backend when it has ended.
class Calls final : public vfs::Observer, public fiber::Observer {
 public:
  Calls(vfs::FileSystem& fs, fiber::Scheduler& scheduler) : fs_(fs), scheduler_(scheduler) {
    fs.set_observer(this);
    scheduler.set_observer(this);
  }
  ~Calls() override {
    fs_.set_observer(nullptr);
    scheduler_.set_observer(nullptr);
  }
  Calls(const Calls&) = delete;
  Calls& operator=(const Calls&) = delete;

  void on_start(fiber::Ticket ticket, const vfs::Call& call) override {
    began_.emplace_back(ticket, text_of(call));
  }
  void on_blocking_call(const vfs::Call& call, double start_ms, fiber::Outcome outcome) override {
    EXPECT_LE(start_ms, scheduler_.now_ms());
    note(text_of(call), call.verb, outcome);
  }
  void on_operation_end(fiber::Ticket ticket, fiber::Outcome outcome, double) override {
    for (const auto& [began, call] : began_)
      if (began == ticket) note(call, call.starts_with("open") ? vfs::Verb::open : vfs::Verb::read, outcome);
  }
  void on_transition(const fiber::Fiber&, const fiber::Transition&) override {}

  std::string ended;

 private:
  static std::string text_of(const vfs::Call& call) {
    if (call.verb == vfs::Verb::open) return std::format("open {}", call.path);
    return std::format("read {} of {} from {}", call.bytes, call.path, call.offset);
  }
  void note(const std::string& call, vfs::Verb verb, fiber::Outcome outcome) {
    ended += call;
    if (outcome.error != 0) ended += " failed";
    if (outcome.error == 0 && verb == vfs::Verb::read) ended += std::format(": {}", outcome.value);
    ended += "; ";
  }

  vfs::FileSystem& fs_;
  fiber::Scheduler& scheduler_;
  std::vector<std::pair<fiber::Ticket, std::string>> began_;
};

/// What can only happen where a read does not block the thread.
using SuspendTest = BackendTest;

INSTANTIATE_TEST_SUITE_P(Backends, WaitTest, testing::ValuesIn(all_cases()), name_of_case);
INSTANTIATE_TEST_SUITE_P(Backends, SuspendTest, testing::ValuesIn(suspending_cases()), name_of_case);

TEST_P(WaitTest, lets_others_run_while_it_waits_and_nobody_while_it_blocks) {
  const std::string path = put("book.txt", "text");
  auto file = open(path);
  ASSERT_TRUE(file);
  TaskGroup group;
  group.spawn("reader", [&] {
    std::array<std::byte, 4> buffer{};
    order += 'A';
    EXPECT_EQ(file->read(buffer), 4U);
    order += 'B';
  });
  group.spawn("other", [&] { order += 'x'; });
  (void)group.join();
  EXPECT_EQ(order, blocks() ? "ABx" : "AxB");
}

TEST_P(WaitTest, tells_an_observer_of_every_open_and_every_read_once) {
  const std::string path = put("book.txt", "text");
  const Calls calls(*fs, scheduler);
  auto file = open(path);
  ASSERT_TRUE(file);
  std::array<std::byte, 3> buffer{};
  EXPECT_EQ(file->read(buffer), 3U);
  EXPECT_EQ(file->read(buffer), 1U);
  EXPECT_EQ(file->read(buffer), 0U);
  EXPECT_EQ(calls.ended, std::format("open {0}; read 3 of {0} from 0: 3; read 1 of {0} from 3: 1; ", path));
  EXPECT_EQ(fs->reads(), 2U);
}

TEST_P(SuspendTest, tells_an_observer_of_a_read_that_is_given_up) {
  const std::string path = put("book.txt", "text");
  auto file = open(path);
  ASSERT_TRUE(file);
  const Calls calls(*fs, scheduler);
  std::array<std::byte, 4> buffer{};
  {
    const auto read = file->start_read_at(0, buffer);
  }
  EXPECT_EQ(calls.ended, std::format("read 4 of {} from 0 failed; ", path));
}

TEST_P(WaitTest, shows_in_the_state_of_the_fiber_how_it_waits) {
  auto file = open(put("book.txt", "text"));
  ASSERT_TRUE(file);
  scheduler.set_observer(this);
  TaskGroup group;
  group.spawn("reader", [&] { EXPECT_EQ(contents(*file), "text"); });
  (void)group.join();
  scheduler.set_observer(nullptr);
  EXPECT_EQ(has_blocked, blocks());
  EXPECT_EQ(has_waited, !blocks());
}

TEST_P(SuspendTest, has_several_reads_in_flight_at_once) {
  auto file = open(put("book.txt", "0123456789"));
  ASSERT_TRUE(file);
  std::array<std::array<std::byte, 2>, 3> buffers{};
  vfs::PendingRead first = file->start_read_at(0, buffers[0]);
  vfs::PendingRead second = file->start_read_at(4, buffers[1]);
  vfs::PendingRead third = file->start_read_at(8, buffers[2]);
  EXPECT_EQ(fs->in_flight(), 3U);
  EXPECT_EQ(third.wait(), 2U);
  EXPECT_EQ(first.wait(), 2U);
  EXPECT_EQ(second.wait(), 2U);
  EXPECT_EQ(to_text(buffers[0]) + to_text(buffers[1]) + to_text(buffers[2]), "014589");
  EXPECT_EQ(fs->in_flight(), 0U);
  EXPECT_EQ(fs->peak_in_flight(), 3U);
}

TEST_P(WaitTest, has_the_next_chunk_on_its_way_while_one_is_in_hand) {
  auto file = open(put("book.txt", "abcdefgh"));
  ASSERT_TRUE(file);
  ChunkReader reader(*file, 3);
  EXPECT_EQ(to_text(*reader.next()), "abc");
  EXPECT_EQ(fs->in_flight(), blocks() ? 0U : 1U);
  EXPECT_EQ(to_text(*reader.next()), "def");
  EXPECT_EQ(to_text(*reader.next()), "gh");
  EXPECT_EQ(fs->in_flight(), 0U);
  EXPECT_TRUE(reader.next()->empty());
  EXPECT_EQ(fs->reads(), 3U);
}

/// Abandons a read before it is sent off, and when it is on its way.
TEST_P(SuspendTest, leaves_the_buffer_of_an_abandoned_read_alone) {
  auto file = open(put("book.txt", "text"));
  ASSERT_TRUE(file);
  for (const int turns : {0, 1, 2, 3}) {
    std::array<std::byte, 4> buffer{};
    {
      const vfs::PendingRead abandoned = file->start_read_at(0, buffer);
      for (int i = 0; i < turns; ++i) turn_microtasks();
      // Node has bytes in its memory that soon.
      if (abandoned.is_finished()) break;
    }
    EXPECT_EQ(fs->in_flight(), 0U);
    // A read that is started later comes later, so by then the first one has come, too.
    EXPECT_EQ(contents(*file), "text");
    (void)scheduler.sleep(20);
    EXPECT_EQ(buffer, (std::array<std::byte, 4>{}));
  }
}

TEST_P(SuspendTest, ends_a_read_when_its_fiber_is_cancelled) {
  auto file = open(put("book.txt", "text"));
  ASSERT_TRUE(file);
  const fiber::FiberId reader = scheduler.spawn("reader", [&] {
    Bytes freed_early(4);
    const auto count = file->read(freed_early);
    EXPECT_FALSE(count);
    if (!count) EXPECT_EQ(count.error().code, std::errc::operation_canceled);
    order += 'C';
  });
  let_others_run();
  scheduler.cancel(reader);
  turn_event_loop_until([&] { return scheduler.fibers().find(reader) == nullptr; });
  EXPECT_EQ(order, "C");
  EXPECT_EQ(scheduler.operations().pending(), 0U);
}

TEST_P(WaitTest, ends_an_open_when_its_fiber_is_cancelled) {
  const std::string path = put("book.txt", "text");
  const fiber::FiberId opener = scheduler.spawn("opener", [&] {
    const auto file = open(path);
    order += file ? 'O' : 'C';
  });
  scheduler.cancel(opener);
  turn_event_loop_until([&] { return scheduler.fibers().find(opener) == nullptr; });
  EXPECT_EQ(order, "C");
  EXPECT_EQ(fs->open_files(), 0U);
}

TEST_P(WaitTest, ends_an_open_that_is_under_way_when_its_fiber_is_cancelled) {
  const std::string path = put("book.txt", "text");
  const fiber::FiberId opener = scheduler.spawn("opener", [&] { (void)open(path); });
  let_others_run();
  scheduler.cancel(opener);
  turn_event_loop_until([&] { return scheduler.fibers().find(opener) == nullptr; });
  EXPECT_EQ(fs->open_files(), 0U);
  // What the browser still does for it must not leave anything behind: TearDown counts blobs.
  EXPECT_EQ(contents(*fs, path, wait()), "text");
}

TEST_P(WaitTest, abandons_the_chunk_ahead_when_the_reader_goes) {
  auto file = open(put("book.txt", "abcdef"));
  ASSERT_TRUE(file);
  {
    ChunkReader reader(*file, 2);
    EXPECT_EQ(to_text(*reader.next()), "ab");
  }
  EXPECT_EQ(fs->in_flight(), 0U);
  EXPECT_EQ(scheduler.operations().pending(), 0U);
}

TEST_P(SuspendTest, delivers_a_read_whose_file_was_closed_meanwhile) {
  auto file = open(put("book.txt", "text"));
  ASSERT_TRUE(file);
  std::array<std::byte, 4> buffer{};
  vfs::PendingRead read = file->start_read_at(0, buffer);
  file->close();
  const auto count = read.wait();
  // A backend that had not begun yet finds it closed; no other failure is allowed.
  if (!count) EXPECT_EQ(count.error().code, std::errc::bad_file_descriptor);
}

TEST_P(WaitTest, reads_many_files_on_fibers_of_their_own) {
  constexpr std::size_t files = 40;
  std::vector<std::string> paths;
  for (std::size_t i = 0; i < files; ++i)
    paths.push_back(put(std::format("file{}", i), std::string(i + 1, 'x')));
  std::size_t total = 0;
  TaskGroup group;
  for (const std::string& path : paths) {
    group.spawn(path, [&, path] { total += contents(*fs, path, wait()).size(); });
  }
  (void)group.join();
  EXPECT_EQ(total, files * (files + 1) / 2);
  EXPECT_EQ(fs->peak_open_files(), blocks() ? 1U : files);
}

}  // namespace
}  // namespace weft::test
