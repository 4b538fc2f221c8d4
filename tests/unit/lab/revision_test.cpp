#include "lab/revision.hpp"

#include <gtest/gtest.h>

namespace weft::lab {
namespace {

TEST(RevisionTest, grows_at_once_with_every_bump) {
  Revision revision;
  const auto before = revision.value();
  revision.bump();
  revision.bump();
  EXPECT_EQ(revision.value(), before + 2);
}

TEST(RevisionTest, grows_thirty_times_a_second_at_most_for_progress) {
  Revision revision;
  const auto before = revision.value();
  for (int ms = 0; ms < 1000; ++ms) {
    for (int i = 0; i < 5; ++i) revision.bump_soon();
    revision.on_frame(1000 + ms);
  }
  EXPECT_LE(revision.value(), before + 30);
  EXPECT_GE(revision.value(), before + 25);
}

TEST(RevisionTest, does_not_lose_the_last_progress) {
  Revision revision;
  revision.bump_soon();
  revision.on_frame(1000);
  const auto before = revision.value();
  revision.bump_soon();
  revision.on_frame(1001);
  EXPECT_EQ(revision.value(), before);
  revision.on_frame(1040);
  EXPECT_EQ(revision.value(), before + 1);
  revision.on_frame(1080);
  EXPECT_EQ(revision.value(), before + 1);
}

}  // namespace
}  // namespace weft::lab
