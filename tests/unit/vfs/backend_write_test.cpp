// Writing, in every backend that can: whole or not at all.

#include <format>

#include "vfs/backend_fixture.hpp"
#include "vfs/file_writer.hpp"

namespace weft::test {
namespace {

using vfs::FileWriter;

class WriteTest : public BackendTest {
 protected:
  /// The names in the mount, one a line: nothing half-written may be among them.
  std::string names() {
    std::string names;
    for (const vfs::Entry& entry : *fs->list("/place")) names += entry.name + "\n";
    return names;
  }
};

INSTANTIATE_TEST_SUITE_P(Backends, WriteTest, testing::ValuesIn(writable_cases()), name_of_case);

TEST_P(WriteTest, makes_and_replaces_files) {
  EXPECT_TRUE(fs->write_file("/place/new.txt", "first"));
  EXPECT_EQ(contents(*fs, "/place/new.txt"), "first");
  EXPECT_TRUE(fs->write_file("/place/new.txt", "2nd"));
  EXPECT_EQ(contents(*fs, "/place/new.txt"), "2nd");
  EXPECT_TRUE(fs->write_file("/place/new.txt", ""));
  EXPECT_EQ(fs->stat("/place/new.txt")->size, 0U);
}

TEST_P(WriteTest, makes_the_folders_on_the_way) {
  EXPECT_TRUE(fs->write_file("/place/a/b/new.txt", "deep"));
  EXPECT_EQ(contents(*fs, "/place/a/b/new.txt"), "deep");
}

TEST_P(WriteTest, writes_a_file_in_pieces) {
  auto writer = FileWriter::create(*fs, "/place/new.txt");
  ASSERT_TRUE(writer) << to_message(writer.error());
  const Bytes piece = noise(100'000);
  for (int i = 0; i < 3; ++i) EXPECT_TRUE(writer->write(piece));
  EXPECT_TRUE(writer->commit());
  EXPECT_EQ(contents(*fs, "/place/new.txt"), to_text(piece) + to_text(piece) + to_text(piece));
  EXPECT_EQ(writer->write(piece).error().code, std::errc::bad_file_descriptor);
  EXPECT_EQ(writer->commit().error().code, std::errc::bad_file_descriptor);
}

TEST_P(WriteTest, keeps_the_old_content_until_the_new_one_is_whole) {
  EXPECT_TRUE(fs->write_file("/place/file", "old"));
  auto writer = FileWriter::create(*fs, "/place/file");
  ASSERT_TRUE(writer);
  EXPECT_EQ(contents(*fs, "/place/file"), "old");
  EXPECT_TRUE(writer->write(to_bytes("new")));
  EXPECT_EQ(contents(*fs, "/place/file"), "old");
  EXPECT_TRUE(writer->commit());
  EXPECT_EQ(contents(*fs, "/place/file"), "new");
}

TEST_P(WriteTest, shows_no_file_before_it_is_whole) {
  auto writer = FileWriter::create(*fs, "/place/file");
  ASSERT_TRUE(writer);
  EXPECT_TRUE(writer->write(to_bytes("new")));
  EXPECT_FALSE(fs->exists("/place/file"));
  EXPECT_EQ(open("/place/file").error().code, std::errc::no_such_file_or_directory);
  EXPECT_TRUE(writer->commit());
  EXPECT_TRUE(fs->exists("/place/file"));
}

TEST_P(WriteTest, forgets_what_was_not_committed) {
  EXPECT_TRUE(fs->write_file("/place/file", "old"));
  for (const int steps : {0, 1, 2}) {
    auto writer = FileWriter::create(*fs, "/place/file");
    ASSERT_TRUE(writer);
    if (steps >= 1) EXPECT_TRUE(writer->write(to_bytes("new")));
    if (steps >= 2) writer->discard();
  }
  EXPECT_EQ(contents(*fs, "/place/file"), "old");
  EXPECT_EQ(names(), "file\n");
}

/// Cancels a writer after more and more turns of the event loop, until it gets through.
TEST_P(WriteTest, is_whole_or_not_there_wherever_it_is_cancelled) {
  EXPECT_TRUE(fs->write_file("/place/file", "old"));
  std::string expected = "old";
  bool is_through = false;
  for (int turns = 0; !is_through; turns += 1 + turns / 4) {
    const std::string text = std::format("new after {}", turns);
    bool has_ended = false;
    const fiber::FiberId writer = scheduler.spawn("writer", [&] {
      const auto written = fs->write_file("/place/file", text);
      if (written) expected = text;
      if (!written) EXPECT_EQ(written.error().code, std::errc::operation_canceled);
      has_ended = true;
    });
    for (int i = 0; i < turns && !has_ended; ++i) turn_event_loop();
    is_through = has_ended;
    scheduler.cancel(writer);
    turn_event_loop_until([&] { return has_ended; });
    EXPECT_EQ(contents(*fs, "/place/file"), expected);
    EXPECT_EQ(names(), "file\n");
  }
  EXPECT_TRUE(expected.starts_with("new"));
}

TEST_P(WriteTest, keeps_the_content_that_an_open_file_has) {
  if (GetParam().candidate.name == "opfs")
    GTEST_SKIP() << "a browser invalidates the files that were there before";
  EXPECT_TRUE(fs->write_file("/place/file", "old"));
  auto file = open("/place/file");
  ASSERT_TRUE(file);
  EXPECT_TRUE(fs->write_file("/place/file", "newer"));
  EXPECT_EQ(contents(*file), "old");
}

TEST_P(WriteTest, does_not_write_over_a_folder_or_below_a_file) {
  EXPECT_TRUE(fs->write_file("/place/folder/file", "text"));
  EXPECT_EQ(fs->write_file("/place/folder", "x").error().code, std::errc::is_a_directory);
  EXPECT_EQ(fs->write_file("/place", "x").error().code, std::errc::is_a_directory);
  EXPECT_FALSE(fs->write_file("/place/folder/file/below", "x"));
  EXPECT_EQ(contents(*fs, "/place/folder/file"), "text");
}

TEST_P(WriteTest, removes_files_and_empty_folders) {
  EXPECT_TRUE(fs->write_file("/place/folder/file", "text"));
  EXPECT_EQ(fs->remove("/place/folder").error().code, std::errc::is_a_directory);
  EXPECT_TRUE(fs->remove("/place/folder/file"));
  EXPECT_FALSE(fs->exists("/place/folder/file"));
  EXPECT_EQ(open("/place/folder/file").error().code, std::errc::no_such_file_or_directory);
  EXPECT_TRUE(fs->remove("/place/folder"));
  EXPECT_EQ(names(), "");
  EXPECT_EQ(fs->remove("/place/folder").error().code, std::errc::no_such_file_or_directory);
}

TEST_P(WriteTest, writes_nothing_for_a_fiber_that_is_cancelled) {
  bool has_ended = false;
  const fiber::FiberId writer = scheduler.spawn("writer", [&] {
    EXPECT_EQ(fs->write_file("/place/file", "text").error().code, std::errc::operation_canceled);
    has_ended = true;
  });
  scheduler.cancel(writer);
  turn_event_loop_until([&] { return has_ended; });
  EXPECT_FALSE(fs->exists("/place/file"));
}

}  // namespace
}  // namespace weft::test
