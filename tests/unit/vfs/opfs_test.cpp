// The browser's own storage: what lasts, and what somebody else does to it.

#include "fiber/task_group.hpp"
#include "vfs/backend_fixture.hpp"
#include "vfs/file_writer.hpp"
#include "vfs/opfs_backend.hpp"

namespace weft::test {
namespace {

using vfs::OpfsBackend;

constexpr std::string_view folder = "weft-opfs-test";

TEST(NoOpfsTest, says_that_there_is_no_such_storage) {
  if (is_in_browser()) GTEST_SKIP() << "this browser has one";
  const auto mounted = OpfsBackend::mount("data");
  ASSERT_FALSE(mounted);
  EXPECT_EQ(to_message(mounted.error()),
            "Cannot mount data: this browser has no storage of its own for files (ENOTSUP).");
}

class OpfsTest : public FiberTest {
 protected:
  void SetUp() override {
    if (!is_in_browser()) GTEST_SKIP() << "Node has no storage like a browser's";
    blobs_before_ = blob_count();
    remove_stored(folder);
    mount();
  }
  void TearDown() override {
    fs.reset();
    EXPECT_EQ(blob_count(), blobs_before_);
    FiberTest::TearDown();
  }

  /// As a page does on every visit.
  void mount() {
    auto mounted = OpfsBackend::mount(folder);
    ASSERT_TRUE(mounted) << to_message(mounted.error());
    fs = std::make_unique<vfs::FileSystem>();
    EXPECT_TRUE(fs->mount("/data", *mounted));
  }

  std::unique_ptr<vfs::FileSystem> fs = std::make_unique<vfs::FileSystem>();
  int blobs_before_ = 0;
};

TEST_F(OpfsTest, keeps_files_from_visit_to_visit) {
  EXPECT_TRUE(fs->write_file("/data/file_01.txt", "text"));
  mount();
  EXPECT_EQ(fs->stat("/data/file_01.txt")->size, 4U);
  EXPECT_EQ(contents(*fs, "/data/file_01.txt"), "text");
}

TEST_F(OpfsTest, finds_a_thousand_files_on_a_visit) {
  store_empty_files(std::string(folder) + "/many", 1000);
  mount();
  const auto entries = fs->list("/data/many");
  ASSERT_TRUE(entries);
  ASSERT_EQ(entries->size(), 1000U);
  for (int i = 0; i < 1000; ++i) EXPECT_EQ((*entries)[i].name, std::to_string(1000 + i));
  remove_stored(std::string(folder) + "/many");
}

TEST_F(OpfsTest, opens_a_file_while_the_thread_is_blocked_as_it_was_seen_last) {
  EXPECT_TRUE(fs->write_file("/data/file", "text"));
  EXPECT_EQ(contents(*fs, "/data/file", vfs::Wait::block), "text");
  mount();
  EXPECT_EQ(contents(*fs, "/data/file", vfs::Wait::block), "text");
}

TEST_F(OpfsTest, asks_the_browser_anew_for_every_open_that_suspends) {
  store_file(std::string(folder) + "/stored", to_bytes("elsewhere"));
  EXPECT_FALSE(fs->exists("/data/stored"));
  EXPECT_EQ(contents(*fs, "/data/stored"), "elsewhere");
  EXPECT_TRUE(fs->exists("/data/stored"));
  store_file(std::string(folder) + "/stored", to_bytes("changed elsewhere"));
  EXPECT_EQ(contents(*fs, "/data/stored"), "changed elsewhere");
  EXPECT_EQ(fs->stat("/data/stored")->size, 17U);
}

TEST_F(OpfsTest, has_one_file_more_while_it_writes_and_none_afterwards) {
  EXPECT_TRUE(fs->write_file("/data/file", "old"));
  {
    auto writer = vfs::FileWriter::create(*fs, "/data/file");
    ASSERT_TRUE(writer);
    EXPECT_TRUE(writer->write(to_bytes("new")));
    EXPECT_TRUE(stored_names(folder).contains(".weft-part"));
  }
  EXPECT_EQ(stored_names(folder), "file");
  EXPECT_TRUE(fs->write_file("/data/file", "new"));
  EXPECT_EQ(stored_names(folder), "file");
}

TEST_F(OpfsTest, removes_what_an_earlier_visit_left_half_written) {
  store_file(std::string(folder) + "/0000.weft-part", to_bytes("half"));
  mount();
  EXPECT_EQ(stored_names(folder), "");
  EXPECT_EQ(fs->list("/data")->size(), 0U);
}

TEST_F(OpfsTest, leaves_alone_what_another_tab_is_writing_until_that_tab_is_gone) {
  hold_lock("weft tab 0000");
  store_file(std::string(folder) + "/0000.1.weft-part", to_bytes("half"));
  mount();
  EXPECT_EQ(stored_names(folder), "0000.1.weft-part");
  EXPECT_EQ(fs->list("/data")->size(), 0U);
  let_go();
  mount();
  EXPECT_EQ(stored_names(folder), "");
}

TEST_F(OpfsTest, holds_the_lock_that_goes_with_what_it_writes) {
  auto writer = vfs::FileWriter::create(*fs, "/data/file");
  ASSERT_TRUE(writer);
  auto elsewhere = OpfsBackend::mount(folder);
  ASSERT_TRUE(elsewhere);
  EXPECT_TRUE(stored_names(folder).contains(".weft-part"));
  EXPECT_TRUE(writer->write(to_bytes("text")));
  EXPECT_TRUE(writer->commit());
  EXPECT_EQ(contents(*fs, "/data/file"), "text");
}

TEST_F(OpfsTest, goes_by_the_age_of_what_is_half_written_where_there_are_no_locks) {
  store_file(std::string(folder) + "/0000.1.weft-part", to_bytes("half"));
  pretend(false, 0);
  mount();
  EXPECT_EQ(stored_names(folder), "0000.1.weft-part");
  EXPECT_TRUE(fs->write_file("/data/file", "text"));
  EXPECT_EQ(contents(*fs, "/data/file"), "text");
  pretend(false, 2);
  mount();
  EXPECT_EQ(stored_names(folder), "file");
  pretend(true, 0);
}

TEST_F(OpfsTest, lists_the_others_when_a_file_vanishes_while_it_lists) {
  for (const char* name : {"a", "b", "c"}) EXPECT_TRUE(fs->write_file("/data/" + std::string(name), name));
  vanish_when_looked_at(std::string(folder) + "/b");
  mount();
  ASSERT_EQ(fs->list("/data")->size(), 2U);
  EXPECT_FALSE(fs->exists("/data/b"));
  EXPECT_EQ(contents(*fs, "/data/c", vfs::Wait::block), "c");
}

TEST_F(OpfsTest, lists_a_file_that_cannot_be_read_and_says_so_when_it_is_opened) {
  for (const char* name : {"a", "b"}) EXPECT_TRUE(fs->write_file("/data/" + std::string(name), name));
  fail_when_looked_at(std::string(folder) + "/b");
  mount();
  EXPECT_TRUE(fs->exists("/data/b"));
  EXPECT_EQ(contents(*fs, "/data/a", vfs::Wait::block), "a");
  EXPECT_EQ(contents(*fs, "/data/b", vfs::Wait::block),
            "Cannot open /data/b: the browser could not read it (EIO).");
  EXPECT_EQ(contents(*fs, "/data/b"), "b");
  EXPECT_EQ(contents(*fs, "/data/b", vfs::Wait::block), "b");
}

TEST_F(OpfsTest, knows_after_a_refresh_what_another_tab_has_written_and_removed) {
  const std::vector<std::string> place = {"/data"};
  for (const char* name : {"changed", "gone", "deep/gone"})
    EXPECT_TRUE(fs->write_file("/data/" + std::string(name), "old"));
  store_file(std::string(folder) + "/changed", to_bytes("changed elsewhere"));
  store_file(std::string(folder) + "/new", to_bytes("new"));
  remove_stored(std::string(folder) + "/gone");
  remove_stored(std::string(folder) + "/deep");
  EXPECT_TRUE(fs->refresh(place));
  EXPECT_EQ(contents(*fs, "/data/changed", vfs::Wait::block), "changed elsewhere");
  EXPECT_EQ(contents(*fs, "/data/new", vfs::Wait::block), "new");
  EXPECT_EQ(fs->list("/data")->size(), 2U);
  EXPECT_EQ(blob_count() - blobs_before_, 2) << "those of before are let go";
}

TEST_F(OpfsTest, forgets_a_file_that_another_tab_has_removed_when_it_fails_to_open_it) {
  EXPECT_TRUE(fs->write_file("/data/file", "text"));
  remove_stored(std::string(folder) + "/file");
  EXPECT_EQ(contents(*fs, "/data/file"), "Cannot open /data/file: no such file (ENOENT).");
  EXPECT_FALSE(fs->exists("/data/file"));
}

TEST_F(OpfsTest, waits_while_another_tab_puts_the_same_file_in_its_place) {
  hold_lock("weft file file");
  bool is_written = false;
  fiber::TaskGroup group;
  group.spawn("write", [&] { is_written = fs->write_file("/data/file", "text").has_value(); });
  while (!stored_names(folder).contains(".weft-part")) scheduler.yield_now();
  EXPECT_TRUE(fs->write_file("/data/other", "all that it takes, meanwhile"));
  EXPECT_FALSE(fs->exists("/data/file"));
  let_go();
  EXPECT_EQ(group.join(), fiber::Wake::resumed);
  EXPECT_TRUE(is_written);
}

TEST_F(OpfsTest, lets_two_tabs_write_the_same_files_at_the_same_time) {
  auto elsewhere = OpfsBackend::mount(folder);
  ASSERT_TRUE(elsewhere);
  EXPECT_TRUE(fs->mount("/elsewhere", *elsewhere));
  fiber::TaskGroup group;
  for (const char* place : {"/data", "/elsewhere"}) {
    for (int i = 0; i < 20; ++i) {
      group.spawn(place, [this, path = std::string(place) + "/file_" + std::to_string(i % 4)] {
        const auto written = fs->write_file(path, "text");
        EXPECT_TRUE(written) << to_message(written.error());
      });
    }
  }
  EXPECT_EQ(group.join(), fiber::Wake::resumed);
}

TEST_F(OpfsTest, cannot_be_written_while_the_thread_is_blocked) {
  const auto written = fs->write_file("/data/file", "text", vfs::Wait::block);
  EXPECT_EQ(written.error().code, std::errc::not_supported);
  EXPECT_NE(written.error().detail, "");
}

TEST_F(OpfsTest, says_that_a_name_is_not_allowed) {
  const auto written = fs->write_file("/data/back\\slash", "text");
  if (written) GTEST_SKIP() << "this browser allows it";
  EXPECT_EQ(written.error().code, std::errc::invalid_argument);
  EXPECT_EQ(written.error().detail, "the browser does not allow that name");
}

TEST_F(OpfsTest, notices_that_an_open_file_changed) {
  EXPECT_TRUE(fs->write_file("/data/file", "old"));
  auto file = vfs::File::open(*fs, "/data/file");
  ASSERT_TRUE(file);
  EXPECT_TRUE(fs->write_file("/data/file", "newer"));
  EXPECT_TRUE(contents(*file).contains("EIO") || contents(*file).contains("ENOENT")) << contents(*file);
}

}  // namespace
}  // namespace weft::test
