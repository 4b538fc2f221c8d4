// What every backend owes to whoever reads from it.

#include <array>

#include "vfs/backend_fixture.hpp"
#include "vfs/chunk_reader.hpp"

namespace weft::test {
namespace {

using vfs::ChunkReader;
using vfs::File;

class ReadTest : public BackendTest {
 protected:
  /// The whole file, chunk by chunk.
  Bytes read_in_chunks(const std::string& path, std::size_t chunk_bytes) {
    auto file = open(path);
    EXPECT_TRUE(file);
    Bytes all;
    ChunkReader reader(*file, chunk_bytes);
    while (true) {
      const auto chunk = reader.next();
      EXPECT_TRUE(chunk);
      if (!chunk || chunk->empty()) return all;
      EXPECT_EQ(reader.offset(), all.size());
      EXPECT_LE(chunk->size(), chunk_bytes);
      all.append_range(*chunk);
    }
  }
};

INSTANTIATE_TEST_SUITE_P(Backends, ReadTest, testing::ValuesIn(all_cases()), name_of_case);

TEST_P(ReadTest, reads_a_file_from_front_to_back) {
  const std::string path = put("book.txt", "one two three");
  auto file = open(path);
  ASSERT_TRUE(file) << to_message(file.error());
  EXPECT_EQ(file->size(), 13U);
  EXPECT_EQ(file->path(), path);
  EXPECT_EQ(file->wait_mode(), wait());
  std::array<std::byte, 8> buffer{};
  EXPECT_EQ(file->read(buffer), 8U);
  EXPECT_EQ(to_text(buffer), "one two ");
  EXPECT_EQ(file->read(buffer), 5U);
  EXPECT_EQ(to_text(std::span(buffer).first(5)), "three");
  EXPECT_EQ(file->read(buffer), 0U);
}

TEST_P(ReadTest, reads_at_any_offset_and_nothing_beyond_the_end) {
  auto file = open(put("book.txt", "0123456789"));
  ASSERT_TRUE(file);
  std::array<std::byte, 4> buffer{};
  EXPECT_EQ(file->read_at(3, buffer), 4U);
  EXPECT_EQ(to_text(buffer), "3456");
  EXPECT_EQ(file->read_at(8, buffer), 2U);
  EXPECT_EQ(to_text(buffer), "8956");
  EXPECT_EQ(file->read_at(10, buffer), 0U);
  EXPECT_EQ(file->read_at(std::uint64_t{1} << 40U, buffer), 0U);
  EXPECT_EQ(file->read_at(0, {}), 0U);
}

TEST_P(ReadTest, opens_an_empty_file) {
  auto file = open(put("empty", ""));
  ASSERT_TRUE(file) << to_message(file.error());
  EXPECT_EQ(file->size(), 0U);
  std::array<std::byte, 4> buffer{};
  EXPECT_EQ(file->read(buffer), 0U);
  EXPECT_TRUE(ChunkReader(*file, 10).next()->empty());
}

TEST_P(ReadTest, keeps_every_byte_value) {
  Bytes bytes(256);
  for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<std::byte>(i);
  EXPECT_EQ(contents(*fs, put("bytes", bytes), wait()), to_text(bytes));
}

TEST_P(ReadTest, keeps_byte_order_marks) {
  for (const std::string_view text : {"\xEF\xBB\xBFtext", "\xFF\xFEtext", "\xFE\xFFtext", "\xEF\xBB\xBF",
                                      "\xEF\xBB", "\xFF\xFF\xFE\xFE\xFF", "\xEF\xBB\xBF\xEF\xBB\xBF"}) {
    EXPECT_EQ(contents(*fs, put("marked", text), wait()), text);
  }
}

TEST_P(ReadTest, joins_chunks_of_any_size_to_the_file) {
  const Bytes bytes = noise(1000);
  const std::string path = put("noise", bytes);
  for (const std::size_t chunk_bytes : {7, 333, 500, 999, 1000, 1001, 100'000}) {
    EXPECT_TRUE(read_in_chunks(path, chunk_bytes) == bytes) << chunk_bytes;
  }
}

TEST_P(ReadTest, reads_more_in_one_go_than_the_worker_shares) {
  const Bytes bytes = noise(9'000'000);
  auto file = open(put("large", bytes));
  ASSERT_TRUE(file);
  Bytes buffer(bytes.size());
  EXPECT_EQ(file->read_at(0, buffer), bytes.size());
  EXPECT_TRUE(buffer == bytes);
}

TEST_P(ReadTest, names_the_operation_and_the_path_of_what_does_not_exist) {
  put("there", "x");
  const auto file = open("/place/no such");
  ASSERT_FALSE(file);
  EXPECT_EQ(file.error().code, std::errc::no_such_file_or_directory);
  EXPECT_EQ(to_message(file.error()), "Cannot open /place/no such: no such file (ENOENT).");
}

TEST_P(ReadTest, does_not_open_a_folder_as_a_file) {
  put("folder/file", "x");
  EXPECT_EQ(open("/place").error().code, std::errc::is_a_directory);
  const auto entries = fs->list("/place");
  ASSERT_EQ(entries->size(), 1U);
  const std::string folder = "/place/" + entries->front().name;
  EXPECT_EQ(open(folder).error().code, std::errc::is_a_directory);
}

TEST_P(ReadTest, fails_to_read_a_file_that_was_closed) {
  auto file = open(put("book.txt", "text"));
  ASSERT_TRUE(file);
  file->close();
  file->close();
  EXPECT_FALSE(file->is_open());
  std::array<std::byte, 4> buffer{};
  EXPECT_EQ(file->read(buffer).error().code, std::errc::bad_file_descriptor);
}

TEST_P(ReadTest, knows_the_size_of_a_file_at_the_latest_when_it_was_opened) {
  const std::string path = put("book.txt", "12345");
  EXPECT_TRUE(open(path));
  const auto stat = fs->stat(path);
  ASSERT_TRUE(stat);
  EXPECT_TRUE(stat->is_size_known);
  EXPECT_EQ(stat->size, 5U);
}

TEST_P(ReadTest, serves_two_open_files_of_one_name_on_their_own) {
  const std::string path = put("book.txt", "abcdef");
  auto first = open(path);
  auto second = open(path);
  ASSERT_TRUE(first && second);
  std::array<std::byte, 3> buffer{};
  EXPECT_EQ(first->read(buffer), 3U);
  first->close();
  EXPECT_EQ(second->read(buffer), 3U);
  EXPECT_EQ(to_text(buffer), "abc");
}

TEST_P(ReadTest, limits_open_files) {
  const std::string path = put("book.txt", "text");
  fs->set_open_limit(2);
  auto first = open(path);
  auto second = open(path);
  ASSERT_TRUE(first && second);
  EXPECT_EQ(open(path).error().code, std::errc::too_many_files_open);
  first->close();
  EXPECT_TRUE(open(path));
  EXPECT_EQ(fs->open_files(), 1U);
  EXPECT_EQ(fs->peak_open_files(), 2U);
  EXPECT_EQ(fs->open_paths(), std::vector<std::string>{path});
}

TEST_P(ReadTest, counts_reads) {
  auto file = open(put("book.txt", "abcdef"));
  ASSERT_TRUE(file);
  std::array<std::byte, 3> buffer{};
  EXPECT_EQ(file->read(buffer), 3U);
  EXPECT_EQ(file->read(buffer), 3U);
  EXPECT_EQ(file->read(buffer), 0U);
  EXPECT_EQ(fs->reads(), 2U) << "the end is known without a read";
  EXPECT_EQ(fs->peak_in_flight(), 1U);
  fs->reset_statistics();
  EXPECT_EQ(fs->reads(), 0U);
  EXPECT_EQ(fs->peak_in_flight(), 0U);
}

}  // namespace
}  // namespace weft::test
