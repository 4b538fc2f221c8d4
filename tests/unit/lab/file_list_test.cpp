#include "lab/file_list.hpp"

#include <gtest/gtest.h>

namespace weft::lab {
namespace {

std::string names(const FileList& list) {
  std::string names;
  for (const FileEntry& entry : list.entries()) names += entry.name + ' ';
  return names;
}

TEST(FileListTest, keeps_the_order_in_which_files_were_added) {
  FileList list;
  list.add("/drop/b", 1);
  list.add("/drop/a", 2);
  list.add("/data/c", -1);
  EXPECT_EQ(names(list), "b a c ");
  EXPECT_EQ(list.total_bytes(), 3);
}

TEST(FileListTest, has_a_path_once_with_its_latest_size) {
  FileList list;
  const FileNumber first = list.add("/drop/a", 1);
  list.add("/drop/b", 1);
  EXPECT_EQ(list.add("/drop/a", 5), first);
  EXPECT_EQ(names(list), "a b ");
  EXPECT_EQ(list.find(first)->size, 5);
}

TEST(FileListTest, never_uses_a_number_twice) {
  FileList list;
  const FileNumber first = list.add("/drop/a", 1);
  EXPECT_TRUE(list.remove(first));
  EXPECT_FALSE(list.remove(first));
  EXPECT_NE(list.add("/drop/a", 1), first);
  list.clear();
  EXPECT_EQ(list.add("/drop/a", 1), 3U);
}

TEST(FileListTest, finds_by_number_and_by_path) {
  FileList list;
  list.add("/drop/a", 1);
  const FileNumber b = list.add("/drop/b", 1);
  const FileNumber c = list.add("/drop/c", 1);
  list.remove(b);
  EXPECT_EQ(list.find(b), nullptr);
  EXPECT_EQ(list.find("/drop/b"), nullptr);
  EXPECT_EQ(list.find(c)->path, "/drop/c");
  EXPECT_EQ(list.find("/drop/c")->number, c);
}

TEST(DisplayNameTest, is_the_path_below_the_mount) {
  EXPECT_EQ(display_name("/drop/folder/a.txt"), "folder/a.txt");
  EXPECT_EQ(display_name("/data/file_01.txt"), "file_01.txt");
  EXPECT_EQ(display_name("/alone"), "/alone");
  EXPECT_EQ(display_name("relative/a"), "relative/a");
}

}  // namespace
}  // namespace weft::lab
