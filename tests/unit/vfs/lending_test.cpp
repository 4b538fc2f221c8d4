// What open files lend to workers: the bytes as JavaScript has them.

#include <memory>
#include <string>

#include "support/fixture.hpp"
#include "vfs/drop_backend.hpp"
#include "vfs/environment.hpp"
#include "vfs/file_system.hpp"
#include "vfs/http_backend.hpp"
#include "vfs/latency_backend.hpp"
#include "vfs/memory_backend.hpp"

namespace weft::test {
namespace {

using vfs::File;

class LendingTest : public FiberTest {
 protected:
  void TearDown() override {
    EXPECT_EQ(source_count(), 0) << "a source is kept for nobody";
    FiberTest::TearDown();
  }

  File open(const std::string& path) {
    auto file = File::open(fs, path);
    EXPECT_TRUE(file) << path;
    return std::move(*file);
  }

  static std::string lent_text(const File& file) {
    const auto source = file.lend();
    return source ? source_text(source->id()) : vfs::to_message(source.error());
  }

  vfs::FileSystem fs;
};

TEST_F(LendingTest, of_a_dropped_file_hands_out_its_blob) {
  const auto drop = std::make_shared<vfs::DropBackend>();
  (void)fs.mount("/drop", drop);
  drop->add("a.txt", 4, make_blob(to_bytes("text")));
  const File file = open("/drop/a.txt");
  drop->clear();
  EXPECT_EQ(lent_text(file), "text");
}

TEST_F(LendingTest, of_memory_hands_out_a_copy) {
  const auto memory = std::make_shared<vfs::MemoryBackend>();
  (void)fs.mount("/memory", memory);
  memory->put("a.txt", to_bytes("first"));
  const File file = open("/memory/a.txt");
  memory->put("a.txt", to_bytes("second"));
  EXPECT_EQ(lent_text(file), "first") << "as it was when it was opened";
  memory->put("empty.txt", to_bytes(""));
  EXPECT_EQ(lent_text(open("/memory/empty.txt")), "");
}

TEST_F(LendingTest, of_a_server_file_hands_out_its_url_or_what_was_fetched) {
  const auto http = std::make_shared<vfs::HttpBackend>();
  (void)fs.mount("/http", http);
  serve("lent.txt", to_bytes("from a server"));
  for (const char* folder : {"/files/", "/plain/"})
    EXPECT_EQ(lent_text(open("/http/" + http->add(server_url() + folder + "lent.txt"))), "from a server");
}

TEST_F(LendingTest, tells_the_latency_of_the_mount) {
  const auto memory = std::make_shared<vfs::MemoryBackend>();
  const auto slow = std::make_shared<vfs::LatencyBackend>(memory, 20);
  (void)fs.mount("/memory", std::make_shared<vfs::LatencyBackend>(slow, 5));
  memory->put("a.txt", to_bytes("x"));
  const File file = open("/memory/a.txt");
  EXPECT_EQ(file.lend()->latency_ms(), 25);
  slow->set_latency_ms(0);
  EXPECT_EQ(file.lend()->latency_ms(), 5);
}

TEST_F(LendingTest, is_refused_by_closed_files) {
  const auto memory = std::make_shared<vfs::MemoryBackend>();
  (void)fs.mount("/memory", memory);
  memory->put("a.txt", to_bytes("x"));
  File file = open("/memory/a.txt");
  file.close();
  EXPECT_EQ(file.lend().error().code, std::errc::bad_file_descriptor);
}

TEST_F(LendingTest, counts_reads_that_were_made_elsewhere) {
  const auto memory = std::make_shared<vfs::MemoryBackend>();
  (void)fs.mount("/memory", memory);
  memory->put("a.txt", to_bytes("x"));
  File file = open("/memory/a.txt");
  file.count_reads(7);
  EXPECT_EQ(fs.reads(), 7U);
}

}  // namespace
}  // namespace weft::test
