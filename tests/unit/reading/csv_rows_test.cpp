#include "reading/csv_rows.hpp"

#include "fiber/task_group.hpp"
#include "oracles/csv_test.hpp"
#include "reading/file_test.hpp"

namespace weft::reading {
namespace {

using fiber::Progress;

class CsvRowsTest : public test::FileTest {};

std::string joined(const text::CsvRow& row) {
  std::string all;
  for (const std::string_view field : row.fields) all.append(field).append("|");
  return all;
}

TEST_F(CsvRowsTest, are_those_that_a_reader_cuts) {
  const std::string text = "name,note\n\"Ann\",\"likes, commas\"\n\nBob,\"two\nlines\"\nEve\n";
  for (const vfs::Wait wait : {vfs::Wait::suspend, vfs::Wait::block}) {
    for (const std::size_t chunk_bytes : {1, 3, 1000}) {
      vfs::File file = file_with(text, wait);
      std::vector<test::PlainRow> rows;
      for (const text::CsvRow& row : csv_rows(file, {.chunk_bytes = chunk_bytes}))
        rows.push_back(test::plain(row));
      EXPECT_EQ(rows, test::read_csv({text, 1000}).rows);
    }
  }
}

TEST_F(CsvRowsTest, step_one_by_one_and_tell_where_they_are) {
  vfs::File file = file_with("a,b\n\"1\n\",2\n3,4\n");
  CsvRows rows = csv_rows(file);
  EXPECT_EQ(rows.progress(), Progress::not_started);
  EXPECT_EQ(joined(*rows.next()), "a|b|");
  EXPECT_EQ(rows.progress(), Progress::suspended);
  (void)rows.next();
  EXPECT_EQ(rows.next()->line, 4U);
  EXPECT_EQ(rows.position(), 4U);
  EXPECT_EQ(rows.next(), nullptr);
  EXPECT_EQ(rows.progress(), Progress::finished);
  EXPECT_FALSE(rows.error().has_value());
}

TEST_F(CsvRowsTest, carry_the_error_of_a_failed_read) {
  vfs::File file = gated_file_with("a,b\n1,2\n");
  scheduler.spawn("gatekeeper", [this] { gate->fail(); });
  CsvRows rows = csv_rows(file);
  EXPECT_EQ(rows.next(), nullptr);
  ASSERT_TRUE(rows.error().has_value());
  EXPECT_EQ(rows.error()->code, std::errc::io_error);
}

TEST_F(CsvRowsTest, closed_half_way_close_the_file_that_they_own) {
  CsvRows rows = csv_rows(file_with("a,b\n1,2\n"), {.chunk_bytes = 4});
  EXPECT_NE(rows.next(), nullptr);
  EXPECT_EQ(fs.open_files(), 1U);
  rows.close();
  EXPECT_EQ(fs.open_files(), 0U);
  EXPECT_EQ(rows.next(), nullptr);
  EXPECT_FALSE(rows.error().has_value());
}

TEST_F(CsvRowsTest, end_with_an_error_when_their_reader_is_cancelled_during_a_read) {
  vfs::File file = gated_file_with("a,b\n1,2\n");
  fiber::TaskGroup group;
  group.spawn("reader", [&] {
    CsvRows rows = csv_rows(file);
    EXPECT_EQ(rows.next(), nullptr);
    ASSERT_TRUE(rows.error().has_value());
    EXPECT_EQ(rows.error()->code, std::errc::operation_canceled);
    order += 'c';
  });
  let_others_run();
  EXPECT_EQ(gate->waiting(), 1U);
  group.cancel();
  (void)group.join();
  EXPECT_EQ(gate->waiting(), 0U);
  EXPECT_EQ(order, "c");
}

}  // namespace
}  // namespace weft::reading
