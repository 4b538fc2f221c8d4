#include "lab/run_analysis.hpp"

#include <numeric>

#include <gmock/gmock.h>

#include "lab/lab_fixture.hpp"
#include "lab/replay.hpp"
#include "lab/run_verdict.hpp"

namespace weft::lab {
namespace {

/// A run of files that waited and computed so long each, one at a time on the page's thread.
RunReport report_of(Mode mode, int concurrency, double wall_ms, std::vector<FileWork> files) {
  RunReport report;
  report.phase = RunPhase::finished;
  report.settings = KeptSettings({.mode = mode, .concurrency = concurrency});
  report.wall_ms = wall_ms;
  for (const FileWork& file : files)
    report.rows.push_back({.status = FileStatus::done,
                           .elapsed_ms = file.wait_ms + file.compute_ms,
                           .wait_ms = file.wait_ms,
                           .cpu_ms = file.compute_ms});
  report.ended = report.completed = report.totals.files = files.size();
  return report;
}

std::string text_of(const std::vector<Estimate>& estimates) {
  std::string text;
  for (const Estimate& estimate : estimates)
    text += title_of(estimate) + ' ' + std::to_string(static_cast<int>(estimate.wall_ms)) + "; ";
  return text;
}

TEST(EstimateTest, replays_what_was_waited_and_computed_in_the_other_ways) {
  RunReport run = report_of(Mode::async, 2, 46, {{20, 2}, {20, 2}, {20, 2}, {20, 2}});
  run.settings = KeptSettings({.concurrency = 2, .latency_ms = 20});
  for (FileRow& row : run.rows) row.size = 1;
  EXPECT_EQ(text_of(estimates_for(run, 4)), "4 files at once 28; workers 44; sync 88; ");
}

TEST(EstimateTest, takes_reads_that_are_on_their_way_together_to_hinder_each_other) {
  const RunReport run = report_of(Mode::async, 4, 40, std::vector<FileWork>(16, {10, 0}));
  EXPECT_EQ(text_of(estimates_for(run, 0)), "8 files at once 28; sync 80; ")
      << "twice as many at once take the root of two as long each, and one at a time half as long";
}

TEST(EstimateTest, takes_the_page_to_be_as_slow_in_other_ways_as_it_was) {
  const RunReport run = report_of(Mode::sync, 4, 176, {{10, 2}, {10, 2}, {10, 2}, {10, 2}});
  EXPECT_EQ(text_of(estimates_for(run, 2)), "workers 88; async 102; ") << "4 × 12 were 48, and took 176";
}

TEST(EstimateTest, asks_for_no_more_files_at_once_than_may_be_open_or_than_there_are) {
  RunReport run = report_of(Mode::async, 64, 22, std::vector<FileWork>(100, {20, 0}));
  EXPECT_EQ(text_of(estimates_for(run, 1)).find("at once"), std::string::npos) << "64 may be open";
  run.settings = KeptSettings({.concurrency = 65});
  EXPECT_EQ(text_of(estimates_for(run, 1)), "sync 136; ") << "65 files at once would fail";
  run = report_of(Mode::async, 4, 22, std::vector<FileWork>(4, {20, 0}));
  EXPECT_EQ(text_of(estimates_for(run, 1)).find("at once"), std::string::npos) << "there are four";
}

TEST(EstimateTest, is_none_where_a_file_was_not_read_to_its_end) {
  RunReport run = report_of(Mode::async, 2, 40, {{20, 0}, {20, 0}});
  run.rows.back().status = FileStatus::failed;
  run.totals.files = 1;
  EXPECT_TRUE(estimates_for(run, 4).empty());
  EXPECT_TRUE(estimates_for(report_of(Mode::async, 2, 0, {}), 4).empty());
}

TEST(RunVerdictTest, does_not_blame_anybody_for_what_is_forgotten) {
  const RunReport run = report_of(Mode::sync, 1, 1000, {{500, 100}, {300, 100}});
  RunAnalysis analysis{.forgotten = 0.75};
  analysis.shares[static_cast<std::size_t>(PathPart::other)] = 0.8;
  analysis.shares[static_cast<std::size_t>(PathPart::blocked)] = 0.2;
  EXPECT_THAT(verdict_on(run, analysis),
              testing::StartsWith("Of 1.00 s the first 750 ms are forgotten: they were too much to remember. "
                                  "Of 250 ms, 80 % went to reads that blocked the thread."));
}

TEST(RunVerdictTest, names_a_file_that_takes_as_long_as_all_of_the_run) {
  RunReport run = report_of(Mode::async, 4, 100, {{80, 15}, {10, 5}, {20, 5}});
  run.rows.front().name = "long.txt";
  EXPECT_THAT(verdict_on(run, {}),
              testing::HasSubstr(" long.txt alone took 95 ms, whatever the others did."));
  run.rows.back().wait_ms = 60;
  EXPECT_THAT(verdict_on(run, {}), testing::Not(testing::HasSubstr("alone")));
}

class RunAnalysisTest : public test::LabTest {};

TEST_F(RunAnalysisTest, has_shares_that_add_to_one_and_a_path_without_a_gap) {
  for (int file = 0; file < 20; ++file) add("file" + std::to_string(file), std::string(50'000, 'x'));
  for (const Mode mode : {Mode::sync, Mode::async, Mode::workers}) {
    const RunReport& report = run({.mode = mode, .concurrency = 4, .chunk_bytes = 10'000});
    const RunAnalysis& analysis = report.analysis;
    EXPECT_NEAR(std::accumulate(analysis.shares.begin(), analysis.shares.end(), 0.0), 1, 1e-9);
    ASSERT_FALSE(analysis.path.empty());
    EXPECT_EQ(analysis.path.front().from_ms, 0);
    EXPECT_NEAR(analysis.path.back().to_ms, report.wall_ms, 1e-9);
    for (std::size_t line = 1; line < analysis.path.size(); ++line)
      EXPECT_NEAR(analysis.path[line].from_ms, analysis.path[line - 1].to_ms, 1e-9);
    EXPECT_LE(analysis.path.size(), most_path_lines);
    EXPECT_FALSE(analysis.verdict.empty());
  }
}

TEST_F(RunAnalysisTest, judges_no_run_that_is_too_short_or_was_cancelled) {
  test::TestHost::get().stop_clock(0);
  add("a", "text");
  EXPECT_THAT(run({}).analysis.verdict, testing::HasSubstr("too short to tell"));
  backend->hold();
  ASSERT_TRUE(lab->runs().start({}, {}));
  frames_until([&] { return !backend->held().empty(); });
  lab->activities().cancel();
  finish();
  EXPECT_THAT(lab->runs().run().report().analysis.verdict, testing::HasSubstr("cancelled"));
  test::TestHost::get().release_clock();
}

TEST_F(RunAnalysisTest, says_what_bounds_a_run_and_what_would_help) {
  test::TestHost::get().stop_clock(0);
  for (const char* name : {"a", "b", "c", "d"}) add(name, "text");
  backend->hold();
  ASSERT_TRUE(lab->runs().start(Settings{.mode = Mode::async, .concurrency = 2}, {}));
  double at_ms = 0;
  for (const char* pair : {"ab", "cd"}) {
    frames_until([&] { return backend->held() == pair; });
    test::TestHost::get().stop_clock(at_ms += 20);
    for (const char* name = pair; *name != 0; ++name) backend->release({name, 1});
  }
  finish();
  EXPECT_EQ(lab->runs().run().report().analysis.verdict,
            "Of 40 ms, 100 % went to waiting for reads. One after another the same would take about 57 ms: "
            "async was worth it, about 1.4 times. With 4 files at once: about 28 ms; with workers: about the "
            "same.");
  test::TestHost::get().release_clock();
}

}  // namespace
}  // namespace weft::lab
