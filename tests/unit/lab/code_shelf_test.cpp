#include "lab/exercises/code_shelf.hpp"

#include <gtest/gtest.h>

namespace weft::lab {
namespace {

class CodeShelfTest : public ::testing::Test {
 protected:
  static constexpr auto text =
      "leak\nsrc/a.cpp, line 12\nint a;\n\nint b;\f\na = 1\nb = 2\f\n"
      "scope\nsrc/b.cpp, line 7\nint c;\f\nc = 3\f\n";

  int fetches = 0;
  Revision revision;
  CodeShelf shelf{[this] { ++fetches; }, revision};
};

TEST_F(CodeShelfTest, hands_out_the_parts_of_each_exercise_of_the_text) {
  shelf.want("leak");
  shelf.put(text);
  const auto leak = shelf.find("leak");
  ASSERT_TRUE(leak && *leak);
  EXPECT_EQ((*leak)->path, "src/a.cpp");
  EXPECT_EQ((*leak)->place, "src/a.cpp, line 12");
  EXPECT_EQ((*leak)->cpp, "int a;\n\nint b;");
  EXPECT_EQ((*leak)->python, "a = 1\nb = 2");
  const auto scope = shelf.find("scope");
  ASSERT_TRUE(scope && *scope);
  EXPECT_EQ((*scope)->place, "src/b.cpp, line 7");
  EXPECT_EQ((*scope)->cpp, "int c;");
  EXPECT_EQ((*scope)->python, "c = 3");
}

TEST_F(CodeShelfTest, fetches_the_text_once_for_all_exercises) {
  EXPECT_EQ(fetches, 0) << "nobody has wanted it";
  shelf.want("leak");
  shelf.want("scope");
  EXPECT_EQ(fetches, 1) << "it is on its way";
  EXPECT_FALSE(shelf.find("leak"));
  const std::uint64_t before = revision.value();
  shelf.put(text);
  EXPECT_GT(revision.value(), before) << "it is drawn";
  shelf.want("scope");
  EXPECT_EQ(fetches, 1) << "it is there";
}

TEST_F(CodeShelfTest, says_why_it_has_none_and_tries_again_when_some_is_wanted_again) {
  shelf.want("leak");
  shelf.put(std::unexpected("It is gone."));
  ASSERT_TRUE(shelf.find("leak"));
  EXPECT_EQ(shelf.find("leak")->error(), "It is gone.");
  shelf.want("leak");
  EXPECT_EQ(fetches, 2);
  EXPECT_FALSE(shelf.find("leak")) << "it is on its way again";
  shelf.put(text);
  EXPECT_EQ((*shelf.find("leak"))->python, "a = 1\nb = 2");
}

TEST_F(CodeShelfTest, says_that_what_came_lacks_an_exercise) {
  shelf.want("leak");
  shelf.put("<!doctype html>\n<title>Sign in</title>\n");
  ASSERT_TRUE(shelf.find("leak"));
  EXPECT_EQ(shelf.find("leak")->error(), "The code of the exercises, as it was fetched, lacks that of leak.");
  shelf.want("leak");
  EXPECT_EQ(fetches, 2) << "it may have been somebody else's page";
}

}  // namespace
}  // namespace weft::lab
