#include "lab/log.hpp"

#include <gtest/gtest.h>

#include "lab/log_lines.hpp"

namespace weft::lab {
namespace {

TEST(LogTest, keeps_the_last_lines_only) {
  Revision revision;
  Log log(revision, 3);
  for (const char* line : {"a", "b", "c", "d", "e"}) log.add(line);
  EXPECT_EQ(log.text(), "c\nd\ne\n");
  EXPECT_EQ(log.added(), 5U);
  log.clear();
  EXPECT_EQ(log.text(), "");
  EXPECT_EQ(log.added(), 5U);
}

TEST(LogLinesTest, are_those_of_the_terminal_version) {
  EXPECT_EQ(log_lines::samples_heading(), "--- Generating sample files ---");
  EXPECT_EQ(log_lines::samples_created(10, "/data"), "Created 10 sample files in data/");
  EXPECT_EQ(log_lines::run_heading(Mode::sync), "--- Sync file processing ---");
  EXPECT_EQ(log_lines::run_heading(Mode::async), "--- Async file processing ---");
  EXPECT_EQ(log_lines::run_total(Mode::sync, 123.4), "Sync total: ~0.12 seconds");
  EXPECT_EQ(log_lines::run_total(Mode::async, 1999), "Async total: ~2.00 seconds");
  EXPECT_EQ(log_lines::run_cancelled(Mode::async, 1999), "Async run cancelled after ~2.00 seconds");
  EXPECT_EQ(log_lines::run_total(Mode::async, 3), "Async total: ~0.003 seconds");
  EXPECT_EQ(log_lines::samples_created(1, "/data"), "Created 1 sample file in data/");
  EXPECT_EQ(log_lines::summary_written("/data/a", 1), "Wrote data/a: 1 byte");
  Contender contender{.name = "Async, 8 in flight", .mode = Mode::async, .median_ms = 50, .speed_up = 0.04};
  EXPECT_EQ(log_lines::contender(contender), "Async, 8 in flight: ~0.05 seconds, 0.04 times as fast as sync");
  contender.speed_up = 0;
  contender.failed = 1;
  EXPECT_EQ(log_lines::contender(contender), "Async, 8 in flight: ~0.05 seconds, 1 file failed");
  EXPECT_EQ(log_lines::demo_heading(), "--- Async generator demo ---");
  EXPECT_EQ(log_lines::yielded(1, "file_01.txt"), "Yielded line 1 from file_01.txt");
}

TEST(LogLinesTest, say_how_each_file_ended) {
  FileRow row{.name = "file_01.txt", .status = FileStatus::done, .figures = {.lines = 50, .words = 250}};
  EXPECT_EQ(log_lines::row(row), "Processed file_01.txt: 50 lines, 250 words");
  row.figures = {.lines = 1, .words = 1};
  EXPECT_EQ(log_lines::row(row), "Processed file_01.txt: 1 line, 1 word");
  row.status = FileStatus::failed;
  row.reason = "no such file";
  EXPECT_EQ(log_lines::row(row), "Failed file_01.txt: no such file");
  row.status = FileStatus::skipped;
  row.reason = "smaller than 9 bytes";
  EXPECT_EQ(log_lines::row(row), "Skipped file_01.txt: smaller than 9 bytes");
  row.status = FileStatus::cancelled;
  EXPECT_EQ(log_lines::row(row), "Cancelled file_01.txt");
}

}  // namespace
}  // namespace weft::lab
