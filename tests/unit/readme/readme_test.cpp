// The README's examples, which stand here word for word: cmake/check-readme.mjs compares them.

#include <gtest/gtest.h>

#include "fiber/browser_host.hpp"
#include "fiber/scheduler.hpp"
#include "fiber/semaphore.hpp"
#include "fiber/task_group.hpp"
#include "reading/count_file.hpp"
#include "reading/lines.hpp"
#include "support/fixture.hpp"
#include "vfs/file_system.hpp"
#include "vfs/memory_backend.hpp"

using namespace weft;

// The number of the first line that holds `word`; 0 if none does.
vfs::Result<std::uint64_t> find_line(vfs::FileSystem& files, std::string_view path, std::string_view word) {
  auto file = vfs::File::open(files, path);
  if (!file) return std::unexpected(file.error());
  reading::Lines lines = reading::lines(*file);
  for (const text::Line& line : lines) {
    if (line.text.contains(word)) return line.number;
  }
  if (lines.error()) return std::unexpected(*lines.error());
  return 0;
}

// Counts many files, eight at a time, each on its own fiber. A file that fails fails alone.
std::vector<vfs::Result<text::Counts>> count_all(vfs::FileSystem& files,
                                                 const std::vector<std::string>& paths) {
  std::vector<vfs::Result<text::Counts>> counts(paths.size());
  fiber::Semaphore turns(8);
  fiber::TaskGroup group;
  for (std::size_t i = 0; i < paths.size(); ++i) {
    group.spawn(paths[i], [&, i] {
      const auto turn = turns.acquire();
      auto file = vfs::File::open(files, paths[i]);
      counts[i] = file ? reading::count_file(*file) : std::unexpected(file.error());
    });
  }
  (void)group.join();
  return counts;
}

namespace {

class ReadmeTest : public test::FiberTest {
 protected:
  void SetUp() override {
    ASSERT_TRUE(files.mount("/notes", std::make_shared<vfs::MemoryBackend>()));
    ASSERT_TRUE(files.write_file("/notes/a.txt", "warp\nweft\n"));
    ASSERT_TRUE(files.write_file("/notes/b.txt", "one two three"));
  }

  vfs::FileSystem files;
};

TEST_F(ReadmeTest, find_line_finds_the_line) {
  EXPECT_EQ(find_line(files, "/notes/a.txt", "weft"), 2U);
  EXPECT_EQ(find_line(files, "/notes/a.txt", "loom"), 0U);
  EXPECT_EQ(find_line(files, "/notes/none.txt", "weft").error().code, std::errc::no_such_file_or_directory);
}

TEST_F(ReadmeTest, count_all_counts_what_can_be_read) {
  const auto counts = count_all(files, {"/notes/a.txt", "/notes/none.txt", "/notes/b.txt"});
  ASSERT_EQ(counts.size(), 3U);
  EXPECT_EQ(counts[0]->lines, 2U);
  EXPECT_FALSE(counts[1]);
  EXPECT_EQ(counts[2]->words, 3U);
}

}  // namespace
