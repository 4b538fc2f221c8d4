#include "lab/csv_files.hpp"

#include <algorithm>
#include <span>

#include <gtest/gtest.h>

#include "text/csv_counter.hpp"

namespace weft::lab {
namespace {

TEST(CsvFilesTest, are_known_by_their_names) {
  for (const char* name : {"a.csv", "/data/a.CSV", "a b.tsv", "a.Tsv", ".csv", "a.txt.csv"})
    EXPECT_TRUE(is_csv_name(name)) << name;
  for (const char* name : {"", "csv", "a.csv.txt", "a.csvx", "tsv"}) EXPECT_FALSE(is_csv_name(name)) << name;
}

TEST(CsvFilesTest, have_a_sample_with_one_bad_row) {
  const std::string text = csv_sample_text();
  text::CsvCounter counter;
  counter.add(std::as_bytes(std::span(text)));
  counter.finish();
  const text::CsvCounts& counts = counter.counts();
  EXPECT_EQ(counts.rows, 7U);
  EXPECT_EQ(counts.columns, 4U);
  EXPECT_EQ(counts.bad_lines, std::vector<std::uint64_t>{csv_sample_bad_line});
  EXPECT_EQ(counts.layout.dialect.delimiter, ',');
}

TEST(CsvFilesTest, have_a_sample_with_a_newline_within_quotes) {
  const std::string text = csv_sample_text();
  EXPECT_EQ(std::ranges::count(text, '\n'), 1 + 7 + 1);
}

}  // namespace
}  // namespace weft::lab
