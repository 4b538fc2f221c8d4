#include "vfs/name_tree.hpp"

#include <gtest/gtest.h>

#include "vfs/path.hpp"

namespace weft::vfs {
namespace {

std::string add(NameTree& tree, std::string_view path) { return tree.put_distinct(path, {}, 1); }

TEST(NameTreeTest, numbers_names_that_are_taken) {
  NameTree tree;
  EXPECT_EQ(add(tree, "book.txt"), "book.txt");
  EXPECT_EQ(add(tree, "book.txt"), "book (2).txt");
  EXPECT_EQ(add(tree, "book.txt"), "book (3).txt");
  EXPECT_EQ(add(tree, "book (2).txt"), "book (2) (2).txt");
  EXPECT_EQ(add(tree, "archive.tar.gz"), "archive.tar.gz");
  EXPECT_EQ(add(tree, "archive.tar.gz"), "archive.tar (2).gz");
  EXPECT_EQ(add(tree, "README"), "README");
  EXPECT_EQ(add(tree, "README"), "README (2)");
  EXPECT_EQ(add(tree, ".profile"), ".profile");
  EXPECT_EQ(add(tree, ".profile"), ".profile (2)");
}

TEST(NameTreeTest, numbers_files_in_folders_on_their_own) {
  NameTree tree;
  EXPECT_EQ(add(tree, "a/book.txt"), "a/book.txt");
  EXPECT_EQ(add(tree, "b/book.txt"), "b/book.txt");
  EXPECT_EQ(add(tree, "a/book.txt"), "a/book (2).txt");
}

TEST(NameTreeTest, keeps_files_and_folders_of_one_name_apart) {
  NameTree tree;
  EXPECT_EQ(add(tree, "docs.d"), "docs.d");
  EXPECT_EQ(add(tree, "docs.d/a.txt"), "docs.d (2)/a.txt");
  EXPECT_EQ(add(tree, "docs.d/b.txt"), "docs.d (2)/b.txt");
  EXPECT_EQ(add(tree, "notes/a.txt"), "notes/a.txt");
  EXPECT_EQ(add(tree, "notes"), "notes (2)");
}

TEST(NameTreeTest, makes_a_name_of_whatever_it_is_given) {
  NameTree tree;
  EXPECT_EQ(add(tree, ""), "unnamed");
  EXPECT_EQ(add(tree, "/a//b/"), "a/b");
  EXPECT_EQ(add(tree, "../../x"), "x");
  EXPECT_EQ(add(tree, "./."), "unnamed (2)");
  EXPECT_EQ(add(tree, std::string_view("a\0b\0", 4)), "a\uFFFDb\uFFFD");
}

TEST(NameTreeTest, gives_files_paths_by_which_they_can_be_asked_for) {
  NameTree tree;
  for (const std::string_view given :
       {std::string_view("\0", 1), std::string_view("a/\0/..", 6), std::string_view("/\\\n\xFF\x7F/ ")}) {
    const std::string path = "/" + add(tree, given);
    const Result<Path> parsed = Path::parse(path);
    ASSERT_TRUE(parsed) << to_message(parsed.error());
    EXPECT_EQ(parsed->text(), path);
  }
}

TEST(NameTreeTest, puts_files_where_a_file_can_be) {
  NameTree tree;
  EXPECT_TRUE(tree.can_put("a/b"));
  NameTree::Node* file = tree.put("a/b");
  ASSERT_NE(file, nullptr);
  EXPECT_EQ(tree.put("a/b"), file);
  EXPECT_TRUE(tree.can_put("a/b"));
  for (const std::string_view path : {"", "a", "a/b/c", "a/b/c/d"}) {
    EXPECT_FALSE(tree.can_put(path)) << path;
    EXPECT_EQ(tree.put(path), nullptr) << path;
  }
  EXPECT_EQ(tree.put("a/b", Kind::directory), nullptr);
}

TEST(NameTreeTest, removes_what_has_nothing_in_it) {
  NameTree tree;
  add(tree, "a/b");
  EXPECT_FALSE(tree.remove(""));
  EXPECT_FALSE(tree.remove("a"));
  EXPECT_FALSE(tree.remove("c"));
  EXPECT_FALSE(tree.remove("a/b/c"));
  EXPECT_TRUE(tree.remove("a/b"));
  EXPECT_TRUE(tree.remove("a"));
  EXPECT_EQ(tree.find("a"), nullptr);
}

TEST(NameTreeTest, visits_every_file) {
  NameTree tree;
  for (const std::string_view path : {"a", "b/c", "b/d/e"}) add(tree, path);
  int files = 0;
  tree.for_each_file([&](const NameTree::Node&) { ++files; });
  EXPECT_EQ(files, 3);
}

}  // namespace
}  // namespace weft::vfs
