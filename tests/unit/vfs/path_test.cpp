#include "vfs/path.hpp"

#include <gtest/gtest.h>

namespace weft::vfs {
namespace {

struct Form {
  std::string_view text;
  std::string_view normal;
};

class NormalFormTest : public testing::TestWithParam<Form> {};

INSTANTIATE_TEST_SUITE_P(Paths, NormalFormTest,
                         testing::Values(Form{"/", "/"}, Form{"//", "/"}, Form{"/.", "/"}, Form{"/a", "/a"},
                                         Form{"/a/", "/a"}, Form{"//a///b//", "/a/b"}, Form{"/a/./b", "/a/b"},
                                         Form{"/a/../b", "/b"}, Form{"/drop/../x", "/x"},
                                         Form{"/a/b/../..", "/"}, Form{"/a/..b/c..", "/a/..b/c.."},
                                         Form{"/...", "/..."}, Form{"/.hidden", "/.hidden"},
                                         Form{"/a b/ ", "/a b/ "}, Form{"/日本/🧵", "/日本/🧵"},
                                         Form{"/\xFF\xFE", "/\xFF\xFE"}));

TEST_P(NormalFormTest, is_what_parse_returns) {
  const Result<Path> path = Path::parse(GetParam().text);
  ASSERT_TRUE(path);
  EXPECT_EQ(path->text(), GetParam().normal);
}

TEST_P(NormalFormTest, stays_as_it_is) {
  const Result<Path> path = Path::parse(GetParam().normal);
  ASSERT_TRUE(path);
  EXPECT_EQ(path->text(), GetParam().normal);
}

class NoPathTest : public testing::TestWithParam<std::string_view> {};

INSTANTIATE_TEST_SUITE_P(Paths, NoPathTest,
                         testing::Values("", "a", "a/b", "./a", ".", "..", "/..", "/a/../..", "/../a",
                                         "/a/../../b", std::string_view("/a\0b", 4)));

TEST_P(NoPathTest, is_refused_with_the_text_as_it_was_given) {
  const Result<Path> path = Path::parse(GetParam(), Verb::list);
  ASSERT_FALSE(path);
  EXPECT_EQ(path.error().code, std::errc::invalid_argument);
  EXPECT_EQ(path.error().verb, Verb::list);
  EXPECT_EQ(path.error().path, GetParam());
}

TEST(PathTest, has_a_name_and_a_parent) {
  const Path path = *Path::parse("/a/b/c.txt");
  EXPECT_EQ(path.name(), "c.txt");
  EXPECT_EQ(path.parent().text(), "/a/b");
  EXPECT_EQ(path.parent().parent().parent(), Path());
  EXPECT_EQ(Path().parent(), Path());
  EXPECT_EQ(Path().name(), "");
}

TEST(PathTest, knows_what_is_within_it) {
  const Path directory = *Path::parse("/a/b");
  EXPECT_TRUE(Path::parse("/a/b")->is_within(directory));
  EXPECT_TRUE(Path::parse("/a/b/c")->is_within(directory));
  EXPECT_FALSE(Path::parse("/a/bc")->is_within(directory));
  EXPECT_FALSE(Path::parse("/a")->is_within(directory));
  EXPECT_TRUE(directory.is_within(Path()));
}

TEST(PathTest, is_relative_to_what_it_is_within) {
  const Path path = *Path::parse("/a/b/c");
  EXPECT_EQ(path.relative_to(Path()), "a/b/c");
  EXPECT_EQ(path.relative_to(*Path::parse("/a")), "b/c");
  EXPECT_EQ(path.relative_to(path), "");
}

}  // namespace
}  // namespace weft::vfs
