#include "lab/exercises/code_shelf.hpp"

#include "lab/gated_backend.hpp"
#include "support/fixture.hpp"

namespace weft::lab {
namespace {

class CodeShelfTest : public test::FiberTest {
 protected:
  CodeShelfTest() { (void)files.mount("/code", backend); }

  void want(std::string_view exercise) {
    shelf.want(exercise);
    test::turn_event_loop_until([&] { return scheduler.fibers().live() == 1; });
  }

  std::shared_ptr<test::GatedBackend> backend = std::make_shared<test::GatedBackend>();
  vfs::FileSystem files;
  Revision revision;
  CodeShelf shelf{&files, [](std::string_view exercise) { return "/code/" + std::string(exercise); },
                  revision};
};

TEST_F(CodeShelfTest, hands_out_the_parts_of_what_it_has_read) {
  backend->put("leak", "src/a.cpp, line 12\nint a;\n\nint b;\f\na = 1\nb = 2");
  EXPECT_EQ(shelf.find("leak"), nullptr) << "nobody has wanted it";
  const std::uint64_t before = revision.value();
  want("leak");
  ASSERT_NE(shelf.find("leak"), nullptr);
  const ExerciseCode& code = shelf.find("leak")->value();
  EXPECT_EQ(code.path, "src/a.cpp");
  EXPECT_EQ(code.place, "src/a.cpp, line 12");
  EXPECT_EQ(code.cpp, "int a;\n\nint b;");
  EXPECT_EQ(code.python, "a = 1\nb = 2");
  EXPECT_GT(revision.value(), before) << "it is drawn";
}

TEST_F(CodeShelfTest, says_why_it_cannot_and_tries_again_when_it_is_wanted_again) {
  want("leak");
  ASSERT_NE(shelf.find("leak"), nullptr);
  EXPECT_EQ(to_message(shelf.find("leak")->error()), "Cannot open /code/leak: no such file (ENOENT).");
  backend->put("leak", "src/a.cpp, line 12\nint a;\f\na = 1");
  want("leak");
  EXPECT_EQ(shelf.find("leak")->value().python, "a = 1");
}

}  // namespace
}  // namespace weft::lab
