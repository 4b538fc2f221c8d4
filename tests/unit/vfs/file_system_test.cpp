#include "vfs/file_system.hpp"

#include "support/fixture.hpp"
#include "vfs/backend_fixture.hpp"
#include "vfs/drop_backend.hpp"
#include "vfs/memory_backend.hpp"

namespace weft::test {
namespace {

using vfs::FileSystem;
using vfs::Kind;
using vfs::MemoryBackend;

class FileSystemTest : public FiberTest {
 protected:
  std::shared_ptr<MemoryBackend> mount(std::string_view at) {
    auto backend = std::make_shared<MemoryBackend>();
    EXPECT_TRUE(fs.mount(at, backend));
    return backend;
  }
  std::string names(std::string_view directory) {
    std::string names;
    for (const vfs::Entry& entry : *fs.list(directory)) names += entry.name + " ";
    return names;
  }

  FileSystem fs;
};

TEST_F(FileSystemTest, asks_the_longest_mount_that_matches) {
  mount("/")->put("a/b/file", to_bytes("root"));
  mount("/a")->put("b/file", to_bytes("a"));
  mount("/a/b")->put("file", to_bytes("b"));
  mount("/ab")->put("file", to_bytes("ab"));
  EXPECT_EQ(contents(fs, "/a/b/file"), "b");
  EXPECT_EQ(contents(fs, "/ab/file"), "ab");
  EXPECT_FALSE(fs.exists("/a/file"));
  EXPECT_FALSE(fs.exists("/abc/file"));
}

TEST_F(FileSystemTest, takes_one_backend_a_place) {
  mount("/a");
  const auto second = fs.mount("/a/../a/", std::make_shared<MemoryBackend>());
  EXPECT_EQ(second.error().code, std::errc::invalid_argument);
  EXPECT_EQ(fs.mount("a", std::make_shared<MemoryBackend>()).error().code, std::errc::invalid_argument);
}

TEST_F(FileSystemTest, has_nothing_to_refresh_where_nobody_else_can_write) {
  mount("/data")->put("file", to_bytes("x"));
  const std::vector<std::string> paths = {"/data/file", "/data", "/nowhere/file"};
  EXPECT_TRUE(fs.refresh(paths));
  EXPECT_EQ(contents(fs, "/data/file"), "x");
}

TEST_F(FileSystemTest, shows_mounts_as_folders) {
  mount("/data")->put("file", to_bytes("x"));
  mount("/far/away");
  EXPECT_EQ(names("/"), "data far ");
  EXPECT_EQ(names("/far"), "away ");
  EXPECT_EQ(names("/far/away"), "");
  EXPECT_EQ(fs.stat("/")->kind, Kind::directory);
  EXPECT_EQ(fs.stat("/far")->kind, Kind::directory);
  EXPECT_EQ(vfs::File::open(fs, "/far").error().code, std::errc::is_a_directory);
  EXPECT_EQ(vfs::File::open(fs, "/").error().code, std::errc::is_a_directory);
  EXPECT_EQ(vfs::File::open(fs, "/nowhere/file").error().code, std::errc::no_such_file_or_directory);
}

TEST_F(FileSystemTest, shows_mounts_among_the_entries_of_the_backend_they_are_in) {
  const auto root = mount("/");
  root->put("a", to_bytes("1"));
  root->put("c", to_bytes("1"));
  root->put("d/file", to_bytes("1"));
  mount("/b");
  mount("/d/e");
  EXPECT_EQ(names("/"), "a b c d ");
  EXPECT_EQ(names("/d"), "e file ");
}

TEST_F(FileSystemTest, is_empty_without_mounts) {
  EXPECT_EQ(names("/"), "");
  EXPECT_EQ(fs.stat("/a").error().code, std::errc::no_such_file_or_directory);
}

TEST_F(FileSystemTest, refuses_paths_that_are_none) {
  EXPECT_EQ(fs.stat("a").error().verb, vfs::Verb::stat);
  EXPECT_EQ(fs.list("/..").error().verb, vfs::Verb::list);
  EXPECT_EQ(fs.remove("").error().verb, vfs::Verb::remove);
  EXPECT_EQ(vfs::File::open(fs, "/a/../..").error().code, std::errc::invalid_argument);
}

TEST_F(FileSystemTest, writes_while_the_thread_is_blocked_where_a_backend_can) {
  mount("/memory");
  EXPECT_TRUE(fs.write_file("/memory/file", "text", vfs::Wait::block));
  EXPECT_EQ(contents(fs, "/memory/file", vfs::Wait::block), "text");
  EXPECT_EQ(fs.write_file("/memory", "text", vfs::Wait::block).error().code, std::errc::is_a_directory);
}

TEST_F(FileSystemTest, does_not_write_to_what_can_only_be_read) {
  EXPECT_TRUE(fs.mount("/drop", std::make_shared<vfs::DropBackend>()));
  for (const vfs::Wait wait : {vfs::Wait::suspend, vfs::Wait::block}) {
    const auto written = fs.write_file("/drop/file", "text", wait);
    EXPECT_EQ(written.error().code, std::errc::permission_denied);
    EXPECT_EQ(written.error().detail, "it can only be read");
  }
  EXPECT_EQ(fs.remove("/drop/file").error().code, std::errc::permission_denied);
}

TEST_F(FileSystemTest, holds_as_many_files_open_as_its_limit_says) {
  mount("/m")->put("file", to_bytes("x"));
  EXPECT_EQ(fs.open_limit(), 256U);
  std::vector<vfs::File> files;
  while (true) {
    auto file = vfs::File::open(fs, "/m/file", {.wait = vfs::Wait::block});
    if (!file) {
      EXPECT_EQ(to_message(file.error()), "Cannot open /m/file: too many files are open (EMFILE).");
      break;
    }
    files.push_back(std::move(*file));
  }
  EXPECT_EQ(files.size(), 256U);
  files.clear();
  EXPECT_EQ(fs.open_files(), 0U);
}

TEST_F(FileSystemTest, counts_an_open_that_is_under_way) {
  mount("/m")->put("file", to_bytes("x"));
  fs.set_open_limit(1);
  scheduler.spawn("opener", [&] { EXPECT_EQ(contents(fs, "/m/file"), "x"); });
  let_others_run();
  EXPECT_EQ(fs.open_files(), 1U);
  EXPECT_EQ(vfs::File::open(fs, "/m/file").error().code, std::errc::too_many_files_open);
  turn_event_loop_until([&] { return fs.open_files() == 0; });
}

TEST_F(FileSystemTest, starts_its_peaks_anew_from_what_is_open) {
  mount("/m")->put("file", to_bytes("x"));
  auto first = vfs::File::open(fs, "/m/file");
  EXPECT_TRUE(vfs::File::open(fs, "/m/file"));
  EXPECT_EQ(fs.peak_open_files(), 2U);
  fs.reset_peak();
  EXPECT_EQ(fs.peak_open_files(), 1U);
}

}  // namespace
}  // namespace weft::test
