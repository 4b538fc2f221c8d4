#include "lab/settings.hpp"

#include <limits>

#include <gtest/gtest.h>

#include "lab/kept_settings.hpp"
#include "lab/setting_list.hpp"

namespace weft::lab {
namespace {

TEST(SettingsTest, are_in_range_as_they_are_made) { EXPECT_EQ(clamped(Settings{}), Settings{}); }

TEST(SettingsTest, go_to_the_nearest_value_in_range) {
  Settings low;
  Settings high;
  for (const Setting& setting : setting_list) {
    setting.set(low, clamp_setting(setting, -5));
    setting.set(high, clamp_setting(setting, std::numeric_limits<double>::infinity()));
    EXPECT_EQ(setting.get(low), setting.least) << setting.name;
    EXPECT_EQ(setting.get(high), setting.most) << setting.name;
  }
  EXPECT_EQ(clamped(low), low);
  EXPECT_EQ(clamped(high), high);
}

TEST(SettingsTest, are_clamped_all_together) {
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
  EXPECT_EQ(high.concurrency, 256);
  EXPECT_EQ(high.chunk_bytes, 64U * 1024 * 1024);
  EXPECT_EQ(high.latency_ms, 200);
  EXPECT_EQ(high.min_bytes, 9007199254740991);
  EXPECT_EQ(high.max_open_files, 4096);
  EXPECT_EQ(high.cpu_passes, 100);
}

TEST(SettingsTest, are_each_in_a_place_of_their_own) {
  for (const Setting& setting : setting_list) {
    Settings settings;
    const bool is_least = setting.get(settings) == setting.least;
    setting.set(settings, is_least ? setting.most : setting.least);
    for (const Setting& other : setting_list)
      EXPECT_EQ(other.get(settings) == other.get(Settings{}), other.name != setting.name)
          << setting.name << " and " << other.name;
  }
}

TEST(SettingsTest, can_all_be_set_by_their_sliders) {
  for (const Setting& setting : setting_list) {
    if (setting.kind == SettingKind::flag) continue;
    const auto at = [&](double value) { return value_at(setting.scale, step_of(setting.scale, value)); };
    const double usual = setting.get(Settings{});
    EXPECT_EQ(at(setting.least), setting.least) << setting.name;
    EXPECT_EQ(at(usual), usual) << setting.name;
    EXPECT_GT(value_at(setting.scale, step_of(setting.scale, setting.most) + 1), setting.most)
        << setting.name;
    for (int step = step_of(setting.scale, setting.least); step < step_of(setting.scale, setting.most);
         ++step) {
      EXPECT_LT(value_at(setting.scale, step), value_at(setting.scale, step + 1)) << setting.name;
      EXPECT_EQ(step_of(setting.scale, value_at(setting.scale, step)), step) << setting.name;
    }
  }
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

TEST(SettingsTest, are_kept_as_a_value_that_stays_where_it_is) {
  EXPECT_EQ(*KeptSettings(), Settings{});
  KeptSettings kept({.concurrency = 3});
  const KeptSettings copy = kept;
  const Settings& seen = *kept;
  kept = KeptSettings({.concurrency = 5});
  EXPECT_EQ(seen.concurrency, 5);
  EXPECT_EQ(copy->concurrency, 3);
}

}  // namespace
}  // namespace weft::lab
