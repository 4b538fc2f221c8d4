// Runs in workers mode, with workers that the test plays.

#include <cerrno>
#include <string>

#include "lab/lab_fixture.hpp"
#include "lab/run.hpp"

namespace weft::lab {
namespace {

class WorkersTest : public test::LabTest {
 protected:
  void TearDown() override {
    EXPECT_EQ(workers.at_work(), "") << "a worker still counts";
    LabTest::TearDown();
  }

  /// Files "A", "B" … of so many bytes each.
  void add_sizes(std::initializer_list<std::size_t> sizes) {
    char name = 'A';
    for (const std::size_t size : sizes) add(std::string(1, name++), std::string(size, 'x'));
  }

  void start(const Settings& settings) { ASSERT_TRUE(lab->runs().start(settings, {})); }

  void until_at_work(const std::string& sizes) {
    frames_until([&] { return workers.at_work() == sizes; });
  }

  std::string statuses() {
    std::string letters;
    for (const FileRow& row : report().rows) letters += name_of(row.status)[0];
    return letters;
  }

  const RunReport& report() { return lab->runs().run().report(); }
  const FileRow& row(std::size_t index) { return report().rows.at(index); }
};

constexpr Settings in_workers{.mode = Mode::workers};

TEST_F(WorkersTest, fill_in_the_rows) {
  add_sizes({5});
  run({.mode = Mode::workers, .chunk_bytes = 123, .cpu_passes = 7});
  EXPECT_EQ(row(0).status, FileStatus::done);
  EXPECT_EQ(row(0).figures, (Figures{.bytes = 5, .lines = 1, .words = 2, .chars = 3, .longest_line = 4}));
  EXPECT_EQ(row(0).progress, 1);
  EXPECT_EQ(report().totals, (Totals{.files = 1, .bytes = 5, .lines = 1, .words = 2}));
  EXPECT_EQ(report().reads, 2U);
  EXPECT_EQ(report().peak_workers, 1U);
  EXPECT_EQ(workers.last_chunk_bytes, 123U);
  EXPECT_EQ(workers.last_passes, 7);
}

TEST_F(WorkersTest, tell_where_their_time_went) {
  add_sizes({5});
  run(in_workers);
  EXPECT_GE(row(0).wait_ms, 30);
  EXPECT_GE(row(0).cpu_ms, 70);
  EXPECT_LT(row(0).cpu_ms, 100) << "the page's own waiting is not computing";
}

TEST_F(WorkersTest, end_in_the_order_of_completion) {
  add_sizes({1, 2, 3});
  workers.hold();
  start(in_workers);
  until_at_work("1 2 3 ");
  EXPECT_EQ(report().peak_in_flight, 0U) << "is known at the end";
  std::size_t ended = 0;
  for (const std::uint64_t size : {3U, 1U, 2U}) {
    workers.finish(size);
    ++ended;
    frames_until([&] { return report().ended == ended; });
  }
  finish();
  EXPECT_EQ(row(0).order, 2);
  EXPECT_EQ(row(1).order, 3);
  EXPECT_EQ(row(2).order, 1);
  EXPECT_EQ(report().peak_workers, 3U);
  EXPECT_EQ(report().peak_in_flight, 3U);
}

TEST_F(WorkersTest, get_as_many_files_at_once_as_they_may_and_hold_them_open) {
  add_sizes({1, 2, 3});
  workers.hold();
  start({.mode = Mode::workers, .concurrency = 2});
  until_at_work("1 2 ");
  EXPECT_EQ(files.open_files(), 2U);
  EXPECT_EQ(statuses(), "rrq");
  workers.finish(2);
  until_at_work("1 3 ");
  EXPECT_EQ(files.open_files(), 2U);
  workers.finish(1);
  workers.finish(3);
  finish();
  EXPECT_EQ(report().peak_open_files, 2U);
}

TEST_F(WorkersTest, count_against_the_limit_on_open_files) {
  add_sizes({1, 2, 3});
  workers.hold();
  const auto other = vfs::File::open(files, "/data/B");
  ASSERT_TRUE(other);
  start({.mode = Mode::workers, .max_open_files = 3});
  until_at_work("1 2 ");
  frames_until([&] { return row(2).status == FileStatus::failed; });
  EXPECT_EQ(row(2).error->code, std::errc::too_many_files_open);
  workers.finish(1);
  workers.finish(2);
  finish();
}

TEST_F(WorkersTest, show_progress_while_they_count) {
  add_sizes({8});
  workers.hold();
  start(in_workers);
  until_at_work("8 ");
  workers.show(8, {.counts = {.bytes = 4, .lines = 2, .words = 1}, .reads = 1, .wait_ms = 1, .cpu_ms = 5});
  EXPECT_EQ(row(0).progress, 0.5F);
  EXPECT_EQ(row(0).figures.lines, 2U);
  EXPECT_GE(row(0).cpu_ms, 5);
  EXPECT_EQ(row(0).status, FileStatus::running);
  workers.finish(8);
  finish();
}

TEST_F(WorkersTest, fail_alone) {
  add_sizes({1, 2, 3});
  workers.hold();
  start(in_workers);
  until_at_work("1 2 3 ");
  workers.fail(2, EIO);
  workers.finish(1);
  workers.finish(3);
  finish();
  EXPECT_EQ(statuses(), "dfd");
  EXPECT_EQ(row(1).error->code, std::errc::io_error);
  EXPECT_EQ(row(1).error->verb, vfs::Verb::read);
  EXPECT_EQ(row(1).error->path, "/data/B");
  EXPECT_EQ(report().phase, RunPhase::finished);
}

TEST_F(WorkersTest, are_not_asked_for_files_that_cannot_be_opened_or_are_too_small) {
  add_sizes({1, 5});
  lab->files().add("/data/missing", -1);
  workers.hold();
  start({.mode = Mode::workers, .min_bytes = 4});
  until_at_work("5 ");
  workers.finish(5);
  finish();
  EXPECT_EQ(statuses(), "sdf");
  EXPECT_EQ(row(2).error->code, std::errc::no_such_file_or_directory);
}

TEST_F(WorkersTest, stop_at_a_cancel_and_keep_what_they_have_found) {
  add_sizes({1, 2, 3, 4});
  workers.hold();
  start({.mode = Mode::workers, .concurrency = 3});
  until_at_work("1 2 3 ");
  workers.show(3, {.counts = {.bytes = 2, .lines = 7}});
  workers.finish(1);
  frames_until([&] { return report().ended == 1; });
  lab->activities().cancel();
  finish();
  EXPECT_EQ(workers.at_work(), "");
  EXPECT_EQ(statuses(), "dccc");
  EXPECT_EQ(row(2).figures.lines, 7U);
  EXPECT_EQ(report().phase, RunPhase::cancelled);
}

TEST_F(WorkersTest, are_left_alone_after_a_cancel) {
  add_sizes({1});
  workers.hold();
  start(in_workers);
  until_at_work("1 ");
  lab->activities().cancel();
  finish();
  run({});
  EXPECT_EQ(statuses(), "d");
  EXPECT_EQ(row(0).figures.words, 1U) << "counted here";
  EXPECT_EQ(report().peak_workers, 0U);
}

TEST_F(WorkersTest, that_cannot_reach_a_file_say_so) {
  add_sizes({1});
  backend->is_lending = false;
  run(in_workers);
  EXPECT_EQ(statuses(), "f");
  EXPECT_EQ(row(0).reason, "Cannot read /data/A: no worker can reach its bytes (ENOTSUP).");
}

TEST_F(WorkersTest, that_are_not_there_are_an_error_of_each_file) {
  add_sizes({1, 2});
  lab::Environment without = environment();
  without.workers = nullptr;
  lab.reset();
  lab.emplace(without);
  add_sizes({1, 2});
  run(in_workers);
  EXPECT_EQ(statuses(), "ff");
  EXPECT_EQ(row(0).reason, "Cannot read /data/A: there are no workers here (ENOTSUP).");
}

TEST_F(WorkersTest, are_logged_by_their_name) {
  add_sizes({1});
  run(in_workers);
  EXPECT_TRUE(
      log().starts_with("--- Workers file processing ---\nProcessed A: 1 line, 2 words\nWorkers total: ~"))
      << log();
}

TEST_F(WorkersTest, have_their_place_in_a_comparison) {
  add_sizes({1, 2, 3});
  lab->preferences().configure({.concurrency = 3});
  ASSERT_TRUE(lab->runs().start_comparison({.rounds = 1}));
  finish();
  const Contender& contender = lab->runs().comparison().report().contenders.back();
  EXPECT_EQ(contender.mode, Mode::workers);
  EXPECT_EQ(contender.concurrency, 3);
  EXPECT_EQ(contender.wall_ms.size(), 1U);
  EXPECT_EQ(contender.failed, 0U);
  EXPECT_NE(log().find("\nWorkers, 3 in flight: ~"), std::string::npos) << log();
}

}  // namespace
}  // namespace weft::lab
