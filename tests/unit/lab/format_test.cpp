#include "lab/format.hpp"

#include <gtest/gtest.h>

namespace weft::lab {
namespace {

TEST(FormatTest, counts_in_groups_of_thousands) {
  EXPECT_EQ(count(0), "0");
  EXPECT_EQ(count(999), "999");
  EXPECT_EQ(count(1'234'567), "1,234,567");
  EXPECT_EQ(short_count(12'345), "12.3 k");
  EXPECT_EQ(short_count(999'950), "1.0 M") << "never 1000.0 k";
  EXPECT_EQ(short_count(2'000'000'000), "2.0 G");
}

TEST(FormatTest, knows_one_from_many) {
  EXPECT_EQ(count_of(1, "file", "files"), "1 file");
  EXPECT_EQ(count_of(0, "file", "files"), "0 files");
  EXPECT_EQ(count_of(2000, "file", "files"), "2,000 files");
  EXPECT_EQ(plain_count_of(1, "line", "lines"), "1 line");
  EXPECT_EQ(plain_count_of(2000, "line", "lines"), "2000 lines");
}

TEST(FormatTest, never_writes_a_small_time_as_nothing) {
  EXPECT_EQ(duration(0), "0 ms");
  EXPECT_EQ(duration(0.001), "under 0.01 ms");
  EXPECT_EQ(duration(0.04), "0.04 ms");
  EXPECT_EQ(duration(0.094), "0.09 ms");
  EXPECT_EQ(duration(0.3), "0.3 ms");
  EXPECT_EQ(duration(9.96), "10 ms");
  EXPECT_EQ(duration(999.4), "999 ms");
  EXPECT_EQ(duration(1243), "1.24 s");
  EXPECT_EQ(duration(125'000), "2 min 5 s");
  EXPECT_EQ(milliseconds(1243), "1243 ms");
  EXPECT_EQ(seconds(1243), "1.24 seconds");
  EXPECT_EQ(seconds(9.6), "0.01 seconds");
  EXPECT_EQ(seconds(4), "0.004 seconds");
  EXPECT_EQ(seconds(0.4), "0.0004 seconds");
  EXPECT_EQ(seconds(0), "0 seconds");
}

TEST(FormatTest, never_writes_a_small_factor_as_nothing) {
  EXPECT_EQ(times(177.24), "177.2");
  EXPECT_EQ(times(0.5), "0.5");
  EXPECT_EQ(times(0.04), "0.04");
  EXPECT_EQ(times(0.004), "0.004");
  EXPECT_EQ(times(0.0001), "under 0.001");
  EXPECT_EQ(percent(0.42), "42 %");
}

TEST(FormatTest, has_units_for_bytes) {
  EXPECT_EQ(bytes(-1), "–");
  EXPECT_EQ(bytes(1), "1 B");
  EXPECT_EQ(bytes(1400), "1.4 kB");
  EXPECT_EQ(bytes(999'960), "1.0 MB");
  EXPECT_EQ(binary_bytes(64 * 1024), "64 KiB");
  EXPECT_EQ(binary_bytes(16U << 20U), "16 MiB");
  EXPECT_EQ(binary_bytes(1000), "1,000 B");
}

}  // namespace
}  // namespace weft::lab
