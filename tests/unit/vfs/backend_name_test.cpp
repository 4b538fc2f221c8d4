// Names and folders, in every backend that keeps the paths it is given.

#include <format>

#include "vfs/backend_fixture.hpp"

namespace weft::test {
namespace {

using vfs::Entry;
using vfs::Kind;

using NameTest = BackendTest;

INSTANTIATE_TEST_SUITE_P(Backends, NameTest, testing::ValuesIn(naming_cases()), name_of_case);

TEST_P(NameTest, keeps_unusual_names) {
  const std::string names[] = {"with space.txt",      " leading and trailing ", ".hidden",       "...",
                               "naïve-日本語-🧵.txt", "percent%20?#&=.txt",     "quote'\"`.txt", "-rf",
                               "new\nline",           std::string(200, 'n')};
  for (const std::string& name : names) {
    const std::string path = put(name, name);
    EXPECT_EQ(path, "/place/" + name);
    EXPECT_EQ(contents(*fs, path), name);
  }
  EXPECT_EQ(fs->list("/place")->size(), std::size(names));
}

TEST_P(NameTest, lists_a_folder_sorted_by_name) {
  put("b.txt", "12");
  put("sub/c.txt", "");
  put("a.txt", "1");
  const auto entries = fs->list("/place");
  ASSERT_TRUE(entries);
  std::string summary;
  for (const Entry& entry : *entries) {
    summary += std::format("{} {} {},", entry.name, entry.stat.kind == Kind::file ? "file" : "folder",
                           entry.stat.size);
  }
  EXPECT_EQ(summary, "a.txt file 1,b.txt file 2,sub folder 0,");
}

TEST_P(NameTest, holds_folders_within_folders) {
  put("a/b/c/d.txt", "deep");
  EXPECT_EQ(contents(*fs, "/place/a/b/../b/./c//d.txt"), "deep");
  EXPECT_EQ(fs->stat("/place/a/b")->kind, Kind::directory);
  EXPECT_EQ(fs->list("/place/a/b/c")->size(), 1U);
}

TEST_P(NameTest, tells_what_is_not_there) {
  put("file", "x");
  EXPECT_FALSE(fs->exists("/place/other"));
  EXPECT_FALSE(fs->exists("/place/file/below"));
  EXPECT_EQ(fs->list("/place/other").error().code, std::errc::no_such_file_or_directory);
  EXPECT_EQ(fs->list("/place/file").error().code, std::errc::not_a_directory);
  EXPECT_FALSE(open("/place/file/below"));
}

TEST_P(NameTest, lists_many_files) {
  // A browser takes its time to write; OpfsTest lists a thousand that are there already.
  const int files = GetParam().candidate.name == "opfs" ? 50 : 1000;
  for (int i = 0; i < files; ++i) put(std::format("many/{:04}", files - 1 - i), "x");
  const auto entries = fs->list("/place/many");
  ASSERT_TRUE(entries);
  ASSERT_EQ(entries->size(), static_cast<std::size_t>(files));
  for (int i = 0; i < files; ++i) EXPECT_EQ((*entries)[i].name, std::format("{:04}", i));
}

}  // namespace
}  // namespace weft::test
