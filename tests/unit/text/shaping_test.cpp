#include "text/shaping.hpp"

#include <string>

#include <gtest/gtest.h>

namespace weft::text {
namespace {

TEST(ShapingTest, leaves_alone_what_looks_the_same_beside_any_neighbour) {
  for (const std::string_view words :
       {"", "plain words, 1,000 × 2", "Größe ÆØÅ ſ ʒ", "Ωμέγα ἀρχή", "Привет, Ќирилица", "Հայերեն",
        "Việt Nam", "– — ‘’ “” … • ← ↵ ≤ ∑ € ™ ½", "\uFFFD", "\u2002", "tab\tand\nline"})
    EXPECT_FALSE(needs_shaping(words)) << words;
}

TEST(ShapingTest, hands_on_whatever_joins_stacks_turns_or_has_colours) {
  for (const std::string_view words : {"تقرير",
                                       "דוח",
                                       "हिन्दी",
                                       "ไทย",
                                       "\u1112\u1161\u11AB",
                                       "한국어",
                                       "日本語",
                                       "e\u0301",
                                       "a\u20D7",
                                       "и\u0483",
                                       "👨‍👩‍👧",
                                       "🇫🇷",
                                       "👍🏽",
                                       "❤\uFE0F",
                                       "1\uFE0F\u20E3",
                                       "a\u200Fb",
                                       "a\u202Eb",
                                       "a\u200Db",
                                       "a\u2066b",
                                       "ﷺ",
                                       "ﬁ"})
    EXPECT_TRUE(needs_shaping(words)) << words;
}

TEST(ShapingTest, never_takes_what_people_have_for_the_page_s_own_icons) {
  for (const std::string_view words : {"\uE000", "a \uE02F b", "\uF8FF"})
    EXPECT_TRUE(needs_shaping(words)) << words;
}

TEST(ShapingTest, finds_it_at_the_very_end) { EXPECT_TRUE(needs_shaping(std::string(5000, 'x') + "א")); }

TEST(ShapingTest, cuts_between_characters) {
  EXPECT_EQ(prefix_of("ab", 2), "ab");
  EXPECT_EQ(prefix_of("abc", 2), "ab");
  EXPECT_EQ(prefix_of("a\u05D0b", 2), "a");
  EXPECT_EQ(prefix_of("a\u05D0b", 3), "a\u05D0");
  EXPECT_EQ(prefix_of("👍", 3), "");
}

}  // namespace
}  // namespace weft::text
