#include "reading/count_file.hpp"

#include "fiber/task_group.hpp"
#include "reading/file_test.hpp"

namespace weft::reading {
namespace {

class CountFileTest : public test::FileTest {};

TEST_F(CountFileTest, counts_as_python_does_in_both_ways_to_wait) {
  const std::vector<std::string> texts = test::hostile_texts();
  const std::vector<test::Answer> answers = test::ask_python(texts);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    for (const vfs::Wait wait : {vfs::Wait::suspend, vfs::Wait::block}) {
      vfs::File file = file_with(texts[i], wait);
      for (const std::size_t chunk_bytes : {1, 2, 3, 64, 4 << 20}) {
        EXPECT_EQ(count_file(file, {.chunk_bytes = chunk_bytes}).value(), answers[i].counts)
            << testing::PrintToString(texts[i]) << " in chunks of " << chunk_bytes;
      }
    }
  }
}

TEST_F(CountFileTest, counts_200_files_at_once) {
  test::RandomTexts random;
  SCOPED_TRACE(random.reproduction());
  const std::vector<std::string> texts = random.texts_of_bytes(200, 3000);
  const std::vector<test::Answer> answers = test::ask_python(texts);
  const auto path_of = [](std::size_t i) { return "/memory/" + std::to_string(i); };
  for (std::size_t i = 0; i < texts.size(); ++i) ASSERT_TRUE(fs.write_file(path_of(i), texts[i]));
  std::vector<text::Counts> counted(texts.size());
  fiber::TaskGroup group;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    group.spawn(path_of(i), [this, path = path_of(i), &result = counted[i]] {
      vfs::File file = vfs::File::open(fs, path).value();
      result = count_file(file, {.chunk_bytes = 100}).value();
    });
  }
  (void)group.join();
  EXPECT_EQ(fs.peak_open_files(), 200U);
  for (std::size_t i = 0; i < texts.size(); ++i) EXPECT_EQ(counted[i], answers[i].counts) << "file " << i;
}

TEST_F(CountFileTest, gives_the_same_figures_however_often_it_counts_a_chunk) {
  vfs::File file = file_with("one two\r\nthree\n");
  const text::Counts once = count_file(file, {.chunk_bytes = 4}).value();
  EXPECT_EQ(count_file(file, {.chunk_bytes = 4, .passes = 5}).value(), once);
}

TEST_F(CountFileTest, reports_the_figures_so_far_after_each_chunk) {
  const std::string text = "one two\nthree\nf";
  vfs::File file = file_with(text);
  std::vector<text::Counts> reports;
  const text::Counts counts =
      count_file(file,
                 {.chunk_bytes = 4, .on_progress = [&](const text::Counts& now) { reports.push_back(now); }})
          .value();
  std::vector<std::string> beginnings;
  for (const std::size_t bytes : {4, 8, 12, 15}) beginnings.push_back(text.substr(0, bytes));
  ASSERT_EQ(reports.size(), beginnings.size());
  const std::vector<test::Answer> answers = test::ask_python(beginnings);
  for (std::size_t i = 0; i < reports.size(); ++i) EXPECT_EQ(reports[i], answers[i].counts) << i;
  EXPECT_EQ(reports.back(), counts);
}

TEST_F(CountFileTest, lets_other_fibers_run_after_each_pass_over_a_chunk) {
  vfs::File file = gated_file_with("text");
  bool is_over = false;
  int turns = 0;
  fiber::TaskGroup group;
  group.spawn("other", [&] {
    gate->release();
    while (!is_over) {
      ++turns;
      scheduler.yield_now();
    }
  });
  EXPECT_TRUE(count_file(file, {.passes = 50}).has_value());
  is_over = true;
  EXPECT_GE(turns, 50);
  (void)group.join();
}

TEST_F(CountFileTest, lets_no_other_fiber_run_when_the_file_blocks) {
  vfs::File file = file_with("one\ntwo\n", vfs::Wait::block);
  let_others_run();
  scheduler.spawn("other", [this] { order += 'o'; });
  EXPECT_TRUE(count_file(file, {.chunk_bytes = 1, .passes = 3}).has_value());
  EXPECT_EQ(order, "");
  let_others_run();
  EXPECT_EQ(order, "o");
}

TEST_F(CountFileTest, returns_the_error_of_a_failed_read) {
  vfs::File file = gated_file_with("one\ntwo\n");
  scheduler.spawn("gatekeeper", [this] { gate->fail(); });
  const vfs::Result<text::Counts> counts = count_file(file);
  ASSERT_FALSE(counts.has_value());
  EXPECT_EQ(counts.error().code, std::errc::io_error);
  EXPECT_EQ(counts.error().path, "/gate/gated");
}

TEST_F(CountFileTest, ends_between_two_passes_when_it_is_cancelled) {
  vfs::File file = file_with("text");
  fiber::TaskGroup group;
  group.spawn("counter", [&] {
    scheduler.spawn("canceller", [this, id = scheduler.current().id()] {
      test::turn_event_loop_until([this] { return fs.reads() == 1 && fs.in_flight() == 0; });
      scheduler.cancel(id);
    });
    const vfs::Result<text::Counts> counts = count_file(file, {.passes = 1'000'000});
    ASSERT_FALSE(counts.has_value());
    EXPECT_EQ(counts.error().code, std::errc::operation_canceled);
    order += 'c';
  });
  (void)group.join();
  EXPECT_EQ(order, "c");
}

}  // namespace
}  // namespace weft::reading
