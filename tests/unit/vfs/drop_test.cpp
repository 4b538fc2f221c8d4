// Dropped files: what the page hands over, and what can happen to it afterwards.

#include <array>
#include <format>

#include "fiber/task_group.hpp"
#include "vfs/backend_fixture.hpp"
#include "vfs/chunk_reader.hpp"
#include "vfs/drop_backend.hpp"

namespace weft::test {
namespace {

using vfs::File;
using vfs::Wait;

class DropTest : public FiberTest, public testing::WithParamInterface<Wait> {
 protected:
  void SetUp() override {
    blobs_before_ = blob_count();
    EXPECT_TRUE(fs->mount("/drop", drop));
  }
  void TearDown() override {
    fs.reset();
    drop.reset();
    EXPECT_EQ(blob_count(), blobs_before_);
    FiberTest::TearDown();
  }

  std::string add(std::string_view path, std::string_view text) {
    return "/drop/" + drop->add(path, text.size(), make_blob(to_bytes(text)));
  }
  vfs::Result<File> open(std::string_view path) { return File::open(*fs, path, {.wait = GetParam()}); }

  std::shared_ptr<vfs::DropBackend> drop = std::make_shared<vfs::DropBackend>();
  std::unique_ptr<vfs::FileSystem> fs = std::make_unique<vfs::FileSystem>();

 private:
  int blobs_before_ = 0;
};

INSTANTIATE_TEST_SUITE_P(Waits, DropTest, testing::Values(Wait::suspend, Wait::block),
                         [](const auto& info) { return info.param == Wait::suspend ? "suspend" : "block"; });

TEST_P(DropTest, gives_files_of_one_name_distinct_paths_and_contents) {
  const std::string first = add("book.txt", "one");
  const std::string second = add("book.txt", "two");
  EXPECT_EQ(second, "/drop/book (2).txt");
  EXPECT_EQ(contents(*fs, first, GetParam()), "one");
  EXPECT_EQ(contents(*fs, second, GetParam()), "two");
}

TEST_P(DropTest, forgets_files_but_not_those_that_are_open) {
  const std::string path = add("book.txt", "text");
  auto file = open(path);
  ASSERT_TRUE(file);
  EXPECT_TRUE(drop->forget("book.txt"));
  EXPECT_FALSE(drop->forget("book.txt"));
  EXPECT_FALSE(fs->exists(path));
  EXPECT_EQ(contents(*file), "text");
  add("other.txt", "x");
  drop->clear();
  EXPECT_EQ(fs->list("/drop")->size(), 0U);
  EXPECT_EQ(contents(*file), "text");
}

TEST_P(DropTest, reads_beyond_four_gigabytes) {
  if (!is_in_browser() && GetParam() == Wait::block)
    GTEST_SKIP() << "Node has no blob as large as that for its worker";
  constexpr std::uint64_t size = (std::uint64_t{5} << 30U) + 123;
  const Bytes tail = to_bytes("the very end");
  drop->add("huge", size, make_huge_file(size, tail));
  auto file = open("/drop/huge");
  ASSERT_TRUE(file);
  EXPECT_EQ(file->size(), size);
  std::array<std::byte, 20> buffer{};
  EXPECT_EQ(file->read_at(size - tail.size(), buffer), tail.size());
  EXPECT_EQ(to_text(std::span(buffer).first(tail.size())), "the very end");
  EXPECT_EQ(file->read_at(size - tail.size() - 2, std::span(buffer).first(3)), 3U);
  EXPECT_EQ(to_text(std::span(buffer).first(3)), std::string("\0\0t", 3));
}

class ChangingDropTest : public DropTest {
 protected:
  /// A file on disk that was read before, so that whoever looks at it first has done so.
  vfs::BlobId add_disk_file(std::string_view name, std::string_view text) {
    const vfs::BlobId blob = make_disk_file(to_bytes(text));
    drop->add(name, text.size(), blob);
    EXPECT_EQ(contents(*fs, "/drop/" + std::string(name), GetParam()), text);
    return blob;
  }

  /// As a run does: what opens while the thread is blocked cannot look at an empty file anew.
  vfs::Result<File> refresh_and_open(const std::string& path) {
    EXPECT_TRUE(fs->refresh(std::array{path}));
    return open(path);
  }
};

INSTANTIATE_TEST_SUITE_P(Waits, ChangingDropTest, testing::Values(Wait::suspend, Wait::block),
                         [](const auto& info) { return info.param == Wait::suspend ? "suspend" : "block"; });

TEST_P(ChangingDropTest, fails_to_read_a_file_that_changed_after_the_drop) {
  const vfs::BlobId blob = add_disk_file("file", "before");
  change_disk_file(blob, to_bytes("after it"));
  auto file = open("/drop/file");
  ASSERT_TRUE(file);
  std::array<std::byte, 6> buffer{};
  const auto count = file->read(buffer);
  ASSERT_FALSE(count);
  const std::string words = to_message(count.error());
  // In the storage that stands for a disk, Firefox puts another file in the place of the old one.
  if (is_in_browser() && words == "Cannot read /drop/file: no such file (ENOENT).") return;
  // A request tells nobody why it failed.
  const std::string_view why = blocks_by_xhr()
                                   ? "the browser could not read it: it may be gone, or have changed"
                                   : "the file changed since it was added";
  EXPECT_EQ(words, std::format("Cannot read /drop/file: {} (EIO).", why));
}

TEST_P(ChangingDropTest, fails_to_read_a_file_that_was_deleted_after_the_drop) {
  const vfs::BlobId blob = add_disk_file("file", "before");
  delete_disk_file(blob);
  auto file = open("/drop/file");
  ASSERT_TRUE(file);
  std::array<std::byte, 6> buffer{};
  const auto count = file->read(buffer);
  ASSERT_FALSE(count);
  if (is_in_browser() && !blocks_by_xhr())
    EXPECT_EQ(count.error().code, std::errc::no_such_file_or_directory);
}

TEST_P(ChangingDropTest, does_not_open_a_file_that_was_empty_and_is_gone) {
  delete_disk_file(add_disk_file("file", ""));
  const auto file = refresh_and_open("/drop/file");
  ASSERT_FALSE(file);
  if (is_in_browser()) EXPECT_EQ(to_message(file.error()), "Cannot open /drop/file: no such file (ENOENT).");
  EXPECT_EQ(fs->open_files(), 0U);
}

TEST_P(ChangingDropTest, does_not_open_a_file_that_was_empty_and_has_grown) {
  change_disk_file(add_disk_file("file", ""), to_bytes("grown"));
  const auto file = refresh_and_open("/drop/file");
  ASSERT_FALSE(file);
  EXPECT_EQ(to_message(file.error()), "Cannot open /drop/file: the file changed since it was added (EIO).");
  EXPECT_EQ(fs->open_files(), 0U);
}

TEST_P(ChangingDropTest, opens_a_file_that_is_still_empty) {
  add_disk_file("file", "");
  EXPECT_TRUE(refresh_and_open("/drop/file"));
}

TEST_P(ChangingDropTest, fails_for_the_bad_file_only) {
  add_disk_file("a", "good one");
  const vfs::BlobId bad = add_disk_file("b", "bad one");
  add_disk_file("c", "good two");
  change_disk_file(bad, to_bytes("changed"));
  std::string texts[3];
  fiber::TaskGroup group;
  for (int i = 0; i < 3; ++i) {
    group.spawn("reader",
                [&, i] { texts[i] = contents(*fs, std::format("/drop/{}", "abc"[i]), GetParam()); });
  }
  (void)group.join();
  EXPECT_EQ(texts[0], "good one");
  EXPECT_TRUE(texts[1].starts_with("Cannot read /drop/b: ")) << texts[1];
  EXPECT_EQ(texts[2], "good two");
}

class TogetherTest : public DropTest {};

INSTANTIATE_TEST_SUITE_P(Waits, TogetherTest, testing::Values(Wait::suspend),
                         [](const auto&) { return "suspend"; });

TEST_P(TogetherTest, scatters_many_small_reads_to_their_buffers) {
  constexpr std::size_t files = 200;
  std::vector<std::string> paths;
  for (std::size_t i = 0; i < files; ++i) paths.push_back(add("file", to_text(noise(i * 41, i))));
  std::size_t right = 0;
  fiber::TaskGroup group;
  for (std::size_t i = 0; i < files; ++i) {
    group.spawn("reader",
                [&, i] { right += contents(*fs, paths[i]) == to_text(noise(i * 41, i)) ? 1U : 0U; });
  }
  (void)group.join();
  EXPECT_EQ(right, files);
}

TEST_P(TogetherTest, does_not_take_more_bytes_than_it_asked_for) {
  drop->add("grown", 4, make_grown_blob(4, 6));
  auto file = open("/drop/grown");
  std::array<std::byte, 6> buffer{};
  const auto count = file->read(std::span(buffer).first(4));
  EXPECT_EQ(count.error().detail, "the file changed since it was added");
  EXPECT_EQ(buffer, (std::array<std::byte, 6>{}));
}

TEST_P(TogetherTest, mixes_small_and_large_reads_and_abandoned_ones) {
  const Bytes small = noise(1000, 1);
  const Bytes large = noise(300'000, 2);
  auto small_file = open(add("small", to_text(small)));
  auto large_file = open(add("large", to_text(large)));
  Bytes kept(1000);
  Bytes kept_large(300'000);
  Bytes abandoned(1000);
  std::optional<vfs::PendingRead> given_up(small_file->start_read_at(0, abandoned));
  vfs::PendingRead one = small_file->start_read_at(0, kept);
  vfs::PendingRead two = large_file->start_read_at(0, kept_large);
  given_up.reset();
  EXPECT_EQ(one.wait(), 1000U);
  EXPECT_EQ(two.wait(), 300'000U);
  EXPECT_TRUE(kept == small && kept_large == large);
  EXPECT_EQ(abandoned, Bytes(1000));
}

}  // namespace
}  // namespace weft::test
