#include <gtest/gtest.h>

#include "lab/comparison.hpp"
#include "lab/exercises/attempt.hpp"
#include "lab/exercises/missing_among_others.hpp"
#include "lab/settings.hpp"

namespace weft::lab {

// Of the exercises' own files.
std::string about_latency(const CompareReport& report, double async_speed_up, std::size_t files);
std::string about_computing(const CompareReport& report, double async_speed_up);
std::string about_workers(const CompareReport& report, double async_speed_up, double workers_speed_up);
std::string about_unhandled(const Outcomes& outcomes);
std::string about_handled(const Outcomes& outcomes);
std::string about_blocking(std::span<const FileRow> rows, double blocked_ms);

namespace {

CompareReport computing() {
  CompareReport report;
  report.settings = KeptSettings({.cpu_passes = 100});
  return report;
}

CompareReport waiting() {
  CompareReport report;
  report.settings = KeptSettings({.latency_ms = 40});
  return report;
}

CompareReport doubtful() {
  CompareReport report = waiting();
  report.contenders = {{.name = "Sync"}, {.name = "Async", .doubt = "2 files failed (Async)."}};
  return report;
}

TEST(ComparingWordsTest, say_what_overlapping_waits_gave) {
  EXPECT_EQ(
      about_latency(waiting(), 8.04, 10),
      "Every read took 40 ms longer. Async was 8.0 times as fast as sync: the waits overlap, and there was "
      "little else to do.");
}

TEST(ComparingWordsTest, do_not_claim_that_waits_overlapped_where_the_figures_do_not_show_it) {
  for (const double factor : {1.0, 0.5}) {
    EXPECT_TRUE(about_latency(waiting(), factor, 10).contains("That does not show how waits overlap"))
        << factor;
    EXPECT_TRUE(about_latency(waiting(), factor, 1).contains("with one file there is no other wait"))
        << factor;
  }
}

TEST(ComparingWordsTest, say_that_one_thread_counts_no_faster) {
  const std::string head = "Every byte was counted 100 times, and nothing had to be waited for. Async was ";
  EXPECT_EQ(about_computing(computing(), 1.02),
            head + "about as fast as sync: one thread counts no faster because others wait for it.");
  EXPECT_EQ(about_computing(computing(), 0.5),
            head +
                "2.0 times as slow as sync: one thread counts no faster because others wait for it, and "
                "meanwhile it has the page to draw.");
}

TEST(ComparingWordsTest, do_not_explain_by_one_thread_what_was_faster) {
  const std::string words = about_computing(computing(), 1.6);
  EXPECT_TRUE(words.contains("1.6 times as fast as sync. Counting does not explain that")) << words;
}

TEST(ComparingWordsTest, praise_workers_only_where_they_beat_sync_and_one_thread) {
  EXPECT_TRUE(about_workers(computing(), 1, 1.9)
                  .ends_with("Workers were 1.9 times as fast as sync: each has a thread of its own, and the "
                             "machine a processor for it."));
  EXPECT_TRUE(
      about_workers(computing(), 2.1, 1.0)
          .contains("Workers were about as fast as sync, and 2.1 times as slow as async. That does not "
                    "show what threads are for"));
  EXPECT_TRUE(about_workers(computing(), 2, 2)
                  .contains("2.0 times as fast as sync, and about as fast as async. "
                            "That does not show"));
}

TEST(ComparingWordsTest, tell_the_doubt_and_nothing_else_where_there_is_one) {
  const std::string words = "Every read took 40 ms longer. 2 files failed (Async).";
  EXPECT_EQ(about_latency(doubtful(), 0, 10), words);
  EXPECT_EQ(about_computing(doubtful(), 0), words);
  EXPECT_EQ(about_workers(doubtful(), 0, 0), words);
}

TEST(RunningWordsTest, count_what_a_failure_cancelled_without_the_file_that_failed) {
  const auto words = about_unhandled;
  const std::string one = "One file failed, and nobody handled it. ";
  EXPECT_EQ(words({.failed = 1, .cancelled = 10}),
            one + "Its task group cancelled the rest: the other 10 were not read to the end.");
  EXPECT_EQ(words({.failed = 1, .cancelled = 1}),
            one + "Its task group cancelled the rest: the other one was not read to the end.");
  EXPECT_EQ(words({.failed = 1, .cancelled = 1, .done = 3}),
            one + "Its task group cancelled the rest: of the other 4, one was not read to the end.");
  EXPECT_EQ(words({.failed = 1, .cancelled = 7, .done = 3}),
            one + "Its task group cancelled the rest: of the other 10, 7 were not read to the end.");
  EXPECT_EQ(
      words({.failed = 1, .done = 10}),
      one + "Its task group would have cancelled the rest, but the other 10 were read to the end before.");
  EXPECT_EQ(words({.failed = 1}), one + "There was no other to be cancelled.");
  EXPECT_EQ(
      words({.failed = 138, .cancelled = 63}),
      "138 files failed, and nobody handled it. Its task group cancelled the rest: the other 63 were not "
      "read to the end.");
  EXPECT_EQ(words({.done = 3}), "No file failed, not even the one that should be missing.");
}

TEST(RunningWordsTest, count_what_was_read_beside_a_failure) {
  const auto words = about_handled;
  EXPECT_EQ(
      words({.failed = 1, .done = 10}),
      "One file failed. Its failure is handled: it is in that file's row, and the other 10 were read to the "
      "end.");
  EXPECT_EQ(
      words({.failed = 138, .done = 63}),
      "138 files failed. Their failures are handled: each is in its file's row, and the other 63 were read "
      "to the end.");
  EXPECT_EQ(
      words({.failed = 2}),
      "2 files failed. Their failures are handled: each is in its file's row. There was no other that could "
      "be read.");
}

TEST(RunningWordsTest, say_how_a_blocking_call_ended) {
  std::vector<FileRow> rows(3);
  rows.back() = {.name = "c.txt", .status = FileStatus::done};
  EXPECT_EQ(about_blocking(rows, 202),
            "It works, and c.txt got its bytes. But while it blocked the thread for 202 ms, nobody else "
            "could move: "
            "not the other 2 fibers, and not the page.");
  EXPECT_EQ(about_blocking(std::span(rows).last(1), 0.04),
            "It works, and c.txt got its bytes. But while it blocked the thread for 0.04 ms, nobody else "
            "could move: "
            "not the page.");
  EXPECT_TRUE(about_blocking(rows, 0).ends_with("a shorter time than this browser's clock can tell."));
  rows.back().status = FileStatus::failed;
  rows.back().reason = "Cannot open c.txt: too many files are open (EMFILE).";
  EXPECT_EQ(about_blocking(rows, 0), "c.txt failed: Cannot open c.txt: too many files are open (EMFILE).");
}

TEST(RunningWordsTest, say_what_became_of_one_file) {
  EXPECT_EQ(what_became_of({.name = "a", .status = FileStatus::skipped, .reason = "smaller than 1 byte"}),
            "a was skipped: smaller than 1 byte.");
  EXPECT_EQ(what_became_of({.name = "a", .status = FileStatus::done}), "a was read to the end.");
  EXPECT_EQ(what_became_of({.name = "a", .status = FileStatus::cancelled}), "a was not read to the end.");
}

}  // namespace
}  // namespace weft::lab
