#include "lab/settings.hpp"

#include <limits>

#include <gtest/gtest.h>

namespace weft::lab {
namespace {

TEST(SettingsTest, are_in_range_as_they_are_made) { EXPECT_EQ(clamped(Settings{}), Settings{}); }

TEST(SettingsTest, go_to_the_nearest_value_in_range) {
  const Settings low = clamped({.concurrency = -5,
                                .chunk_bytes = 0,
                                .latency_ms = -1,
                                .min_bytes = -1,
                                .max_open_files = 0,
                                .cpu_passes = 0});
  EXPECT_EQ(low.concurrency, 1);
  EXPECT_EQ(low.chunk_bytes, 1U);
  EXPECT_EQ(low.latency_ms, 0);
  EXPECT_EQ(low.min_bytes, 0);
  EXPECT_EQ(low.max_open_files, 1);
  EXPECT_EQ(low.cpu_passes, 1);
  const Settings high = clamped({.concurrency = 1'000'000,
                                 .chunk_bytes = 0xFFFFFFFF,
                                 .latency_ms = std::numeric_limits<double>::infinity(),
                                 .min_bytes = 1e300,
                                 .max_open_files = 1'000'000,
                                 .cpu_passes = 1'000'000});
  EXPECT_EQ(high.concurrency, SettingLimits::concurrency_max);
  EXPECT_EQ(high.chunk_bytes, SettingLimits::chunk_bytes_max);
  EXPECT_EQ(high.latency_ms, SettingLimits::latency_ms_max);
  EXPECT_EQ(high.min_bytes, SettingLimits::min_bytes_max);
  EXPECT_EQ(high.max_open_files, SettingLimits::max_open_files_max);
  EXPECT_EQ(high.cpu_passes, SettingLimits::cpu_passes_max);
}

TEST(SettingsTest, that_are_no_numbers_become_the_default) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  EXPECT_EQ(clamped({.latency_ms = nan, .min_bytes = nan}), Settings{});
}

TEST(SettingsTest, of_an_unknown_mode_are_async) {
  EXPECT_EQ(clamped({.mode = static_cast<Mode>(7)}).mode, Mode::async);
  for (const Mode mode : {Mode::sync, Mode::async, Mode::workers})
    EXPECT_EQ(clamped({.mode = mode}).mode, mode);
}

}  // namespace
}  // namespace weft::lab
