#include "lab/comparison.hpp"

#include <gtest/gtest.h>

#include "lab/settings.hpp"
#include "lab/verdict.hpp"

namespace weft::lab {
namespace {

TEST(MedianTest, is_the_middle_value) {
  EXPECT_EQ(median({}), 0);
  EXPECT_EQ(median({4}), 4);
  EXPECT_EQ(median({9, 1, 5}), 5);
  EXPECT_EQ(median({8, 1, 2, 100}), 5);
}

class ComparisonTest : public ::testing::Test {
 protected:
  ComparisonTest() { each.totals.files = 3; }

  // Answers every run with the next time of the script, and writes down which one it was.
  const CompareReport& compare(int rounds) {
    comparison.begin({.concurrency = 8}, {.rounds = rounds}, "sync-xhr", clock_step_ms);
    while (const auto settings = comparison.next()) {
      order += letter_of(*settings);
      if (order.size() == cancel_at) {
        comparison.cancel();
        continue;
      }
      RunReport run = each;
      run.wall_ms = next_time < times.size() ? times[next_time++] : 1;
      run.longest_frame_gap_ms = run.wall_ms / 2;
      comparison.record(run);
    }
    return comparison.report();
  }

  static char letter_of(const Settings& settings) {
    if (settings.mode == Mode::sync) return 's';
    if (settings.mode == Mode::workers) return 'w';
    return settings.concurrency == 1 ? '1' : 'n';
  }

  std::string order;
  std::vector<double> times;
  std::size_t next_time = 0;
  std::size_t cancel_at = 0;
  double clock_step_ms = 0.005;
  /// What every run reports, but for its times.
  RunReport each;
  Comparison comparison;
};

TEST_F(ComparisonTest, begins_every_round_with_another_contender) {
  const CompareReport& report = compare(4);
  EXPECT_EQ(order,
            "s1nw"
            "1nws"
            "nws1"
            "ws1n"
            "s1nw");
  EXPECT_EQ(report.phase, ComparisonPhase::finished);
  EXPECT_EQ(report.runs_done, report.runs_total);
  EXPECT_EQ(report.current, -1);
  EXPECT_EQ(report.blocking_reads, "sync-xhr");
}

TEST_F(ComparisonTest, takes_medians_without_the_warm_up) {
  // Warm-up; then rounds in the orders 1nws, nws1, ws1n.
  times = {9000, 9000, 9000, 9000, 50, 10, 5, 300, 40, 4, 100, 70, 8, 200, 60, 20};
  const CompareReport& report = compare(3);
  const auto& [sync, one, many, workers] =
      std::tie(report.contenders[0], report.contenders[1], report.contenders[2], report.contenders[3]);
  EXPECT_EQ(sync.wall_ms, (std::vector<double>{300, 100, 200}));
  EXPECT_EQ(one.wall_ms, (std::vector<double>{50, 70, 60}));
  EXPECT_EQ(many.wall_ms, (std::vector<double>{10, 40, 20}));
  EXPECT_EQ(workers.wall_ms, (std::vector<double>{5, 4, 8}));
  EXPECT_EQ(sync.median_ms, 200);
  EXPECT_EQ(one.median_ms, 60);
  EXPECT_EQ(many.median_ms, 20);
  EXPECT_EQ(sync.fastest_ms, 100);
  EXPECT_EQ(sync.slowest_ms, 300);
  EXPECT_EQ(sync.speed_up, 1);
  EXPECT_DOUBLE_EQ(one.speed_up, 200.0 / 60);
  EXPECT_EQ(many.speed_up, 10);
  EXPECT_EQ(workers.speed_up, 40);
  EXPECT_EQ(sync.longest_frame_gap_ms, 150);
}

TEST_F(ComparisonTest, names_its_contenders) {
  const CompareReport& report = compare(1);
  EXPECT_EQ(report.contenders[0].name, "Sync");
  EXPECT_EQ(report.contenders[1].name, "Async, 1 in flight");
  EXPECT_EQ(report.contenders[2].name, "Async, 8 in flight");
  EXPECT_EQ(report.contenders[3].name, "Workers, 8 in flight");
}

TEST_F(ComparisonTest, makes_one_round_at_least) { EXPECT_EQ(compare(-3).rounds, 1); }

TEST_F(ComparisonTest, stops_at_the_run_that_was_cancelled) {
  times = {1, 1, 1, 1, 5};
  cancel_at = 6;
  const CompareReport& report = compare(3);
  EXPECT_EQ(order, "s1nw1n");
  EXPECT_EQ(report.phase, ComparisonPhase::cancelled);
  EXPECT_EQ(report.contenders[1].wall_ms, std::vector<double>{5});
  EXPECT_TRUE(report.contenders[2].wall_ms.empty()) << "a run that was cut short is no figure";
  EXPECT_EQ(report.contenders[2].speed_up, 0);
}

TEST_F(ComparisonTest, has_no_winner_where_files_failed) {
  times = {1, 1, 1, 1, 5, 6, 7, 100};
  each.failed = 2;
  for (const Contender& contender : compare(1).contenders) {
    EXPECT_EQ(contender.speed_up, 0);
    EXPECT_EQ(contender.doubt, "2 files failed (Sync): a comparison in which files failed has no winner.");
  }
}

TEST_F(ComparisonTest, has_no_winner_where_nothing_was_read) {
  each.totals = {};
  EXPECT_EQ(compare(1).doubt(), "No file was read: there is nothing to compare.");
  EXPECT_EQ(comparison.report().contenders.back().speed_up, 0);
}

TEST_F(ComparisonTest, cannot_tell_of_a_hidden_page) {
  each.was_hidden = true;
  EXPECT_TRUE(compare(1).doubt().starts_with("The page was hidden meanwhile"));
  EXPECT_EQ(comparison.report().contenders.back().speed_up, 0);
}

TEST_F(ComparisonTest, cannot_tell_of_a_machine_that_slept) {
  each.has_slept = true;
  EXPECT_TRUE(compare(1).doubt().starts_with("The machine slept meanwhile"));
  EXPECT_EQ(comparison.report().contenders.back().speed_up, 0);
}

TEST_F(ComparisonTest, cannot_tell_times_apart_that_are_no_longer_than_a_few_steps_of_the_clock) {
  clock_step_ms = 16.7;
  // Measured in the order 1nws.
  times = {1, 1, 1, 1, 400, 200, 166, 400};
  const CompareReport& report = compare(1);
  EXPECT_EQ(report.contenders[1].speed_up, 1);
  EXPECT_EQ(report.contenders[2].speed_up, 2);
  EXPECT_EQ(report.contenders[3].speed_up, 0);
  EXPECT_EQ(report.doubt(),
            "This browser's clock moves in steps of 17 ms: too coarse for times as short as 166 ms.");
}

TEST_F(ComparisonTest, takes_no_time_at_all_for_no_figure) {
  times = {1, 1, 1, 1, 0, 0, 0, 0};
  for (const Contender& contender : compare(1).contenders) EXPECT_EQ(contender.speed_up, 0);
}

TEST(VerdictTest, has_words_for_every_factor) {
  EXPECT_EQ(speed_text(2.44), "2.4 times as fast as sync");
  EXPECT_EQ(speed_text(1 / 0.9), "1.1 times as fast as sync");
  EXPECT_EQ(speed_text(1.1), "about as fast as sync");
  EXPECT_EQ(speed_text(0.91), "about as fast as sync");
  EXPECT_EQ(speed_text(0.5), "2.0 times as slow as sync");
  EXPECT_EQ(speed_text(0.0001, "async"), "10000.0 times as slow as async");
  EXPECT_EQ(speed_text(0), "");
  EXPECT_EQ(verdict_of(0), Verdict::untold);
}

}  // namespace
}  // namespace weft::lab
