// The browser's own storage: what lasts, and what somebody else does to it.

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
  EXPECT_EQ(to_words(mounted.error()),
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
    ASSERT_TRUE(mounted) << to_words(mounted.error());
    fs = std::make_unique<vfs::FileSystem>();
    EXPECT_TRUE(fs->mount("/data", *mounted));
  }

  std::unique_ptr<vfs::FileSystem> fs = std::make_unique<vfs::FileSystem>();

 private:
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
