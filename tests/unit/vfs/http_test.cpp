// Files on web servers: the answers that go wrong, and servers that offer less.

#include <array>

#include "vfs/backend_fixture.hpp"
#include "vfs/http_backend.hpp"

namespace weft::test {
namespace {

using vfs::File;
using vfs::HttpBackend;

class HttpTest : public FiberTest {
 protected:
  HttpTest() { EXPECT_TRUE(fs.mount("/http", http)); }

  std::string add(const std::string& url) { return "/http/" + http->add(url); }
  std::string add_here(const std::string& path) { return add(server_url() + path); }
  std::errc code_of(const std::string& path) { return File::open(fs, path).error().code; }

  std::shared_ptr<HttpBackend> http = std::make_shared<HttpBackend>();
  vfs::FileSystem fs;
};

TEST_F(HttpTest, makes_paths_of_addresses) {
  EXPECT_EQ(http->add("https://example.org/a/b.txt?q=1#top"), "example.org/a/b.txt");
  EXPECT_EQ(http->add("https://example.org/a/b.txt?q=1#top"), "example.org/a/b.txt");
  EXPECT_EQ(http->add("https://example.org/a/b.txt?q=2"), "example.org/a/b (2).txt");
  EXPECT_EQ(http->add("http://example.org"), "example.org/index");
  EXPECT_EQ(http->add("https://example.org:8080/dir/"), "example.org:8080/dir/index");
  for (const std::string_view none :
       {"", "example.org", "ftp://example.org/a", "https://", "https:///a", "/a"}) {
    EXPECT_EQ(http->add(none), "") << none;
  }
}

TEST_F(HttpTest, does_not_know_a_size_before_the_file_was_opened) {
  serve("sized", to_bytes("12345"));
  const std::string path = add_here("/files/sized");
  EXPECT_FALSE(fs.stat(path)->is_size_known);
  EXPECT_TRUE(File::open(fs, path));
  EXPECT_EQ(fs.stat(path)->size, 5U);
  const auto folder = path.substr(0, path.rfind('/'));
  EXPECT_TRUE(fs.list(folder)->front().stat.is_size_known);
}

TEST_F(HttpTest, turns_a_status_into_an_error) {
  EXPECT_EQ(code_of(add_here("/files/no-such-file")), std::errc::no_such_file_or_directory);
  EXPECT_EQ(code_of(add_here("/status/410")), std::errc::no_such_file_or_directory);
  EXPECT_EQ(code_of(add_here("/status/401")), std::errc::permission_denied);
  EXPECT_EQ(code_of(add_here("/status/403")), std::errc::permission_denied);
  const std::string path = add_here("/status/500");
  EXPECT_EQ(to_message(File::open(fs, path).error()),
            "Cannot open " + path + ": the server answered 500 (EIO).");
}

TEST_F(HttpTest, reports_a_server_that_cannot_be_reached) {
  const auto file = File::open(fs, add("http://127.0.0.1:1/nobody"));
  EXPECT_EQ(file.error().code, std::errc::io_error);
  EXPECT_EQ(file.error().detail, "no connection, or the server does not let other pages read it");
}

TEST_F(HttpTest, fetches_the_whole_file_once_from_a_server_without_ranges) {
  const Bytes bytes = noise(5000);
  serve("whole", bytes);
  auto file = File::open(fs, add_here("/plain/whole"));
  ASSERT_TRUE(file) << to_message(file.error());
  EXPECT_EQ(file->size(), 5000U);
  // The server has another file by now; this one is here already.
  serve("whole", to_bytes("other"));
  EXPECT_EQ(contents(*file), to_text(bytes));
  std::array<std::byte, 10> buffer{};
  EXPECT_EQ(file->read_at(4995, buffer), 5U);
}

TEST_F(HttpTest, notices_that_a_file_changed_after_it_was_opened) {
  serve("changing", to_bytes("before"));
  auto file = File::open(fs, add_here("/files/changing"));
  ASSERT_TRUE(file);
  serve("changing", to_bytes("after!"));
  EXPECT_TRUE(contents(*file).contains("the file changed since it was opened (EIO)"));
}

TEST_F(HttpTest, hangs_up_when_an_open_is_cancelled) {
  const int before = hung_up();
  const std::string path = add_here("/silent/file");
  const fiber::FiberId opener = scheduler.spawn("opener", [&] {
    EXPECT_EQ(code_of(path), std::errc::operation_canceled);
    order += 'C';
  });
  for (int i = 0; i < 5; ++i) turn_event_loop();
  (void)scheduler.sleep(50);
  scheduler.cancel(opener);
  turn_event_loop_until([&] { return !order.empty(); });
  while (hung_up() == before) (void)scheduler.sleep(5);
}

TEST_F(HttpTest, says_why_it_cannot_block) {
  if (is_in_browser()) GTEST_SKIP() << "a page has synchronous XHR";
  const auto file = File::open(fs, add_here("/files/blocking"), {.wait = vfs::Wait::block});
  ASSERT_FALSE(file);
  EXPECT_EQ(file.error().code, std::errc::not_supported);
  EXPECT_NE(file.error().detail, "");
}

/// Servers of one kind each, with every way to wait for them.
class HttpKindTest : public HttpTest, public testing::WithParamInterface<vfs::Wait> {
 protected:
  void SetUp() override {
    if (GetParam() == vfs::Wait::block && !is_in_browser()) GTEST_SKIP() << "Node has no synchronous XHR";
  }
  std::string contents_of(const std::string& place, const Bytes& bytes) {
    serve("kind", bytes);
    return contents(fs, add_here(place + "/kind"), GetParam());
  }
};

INSTANTIATE_TEST_SUITE_P(Waits, HttpKindTest, testing::Values(vfs::Wait::suspend, vfs::Wait::block),
                         [](const auto& info) {
                           return info.param == vfs::Wait::suspend ? "suspend" : "block";
                         });

TEST_P(HttpKindTest, reads_all_from_a_server_that_knows_no_ranges) {
  const Bytes bytes = noise(5000);
  EXPECT_EQ(contents_of("/plain", bytes), to_text(bytes));
}

TEST_P(HttpKindTest, reads_all_from_a_server_that_gives_no_version) {
  const Bytes bytes = noise(5000);
  EXPECT_EQ(contents_of("/nameless", bytes), to_text(bytes));
}

TEST_P(HttpKindTest, reads_all_from_a_server_that_compresses_whatever_it_sends) {
  const std::string text(100'000, 'x');
  EXPECT_EQ(contents_of("/packed", to_bytes(text)), text);
}

TEST_P(HttpKindTest, joins_what_a_server_sends_a_little_at_a_time) {
  const Bytes bytes = noise(5000);
  EXPECT_EQ(contents_of("/short", bytes), to_text(bytes));
}

// As sirv does, and sends all when it is asked for the first byte alone.
TEST_P(HttpKindTest, reads_the_first_byte_from_a_server_that_takes_a_last_byte_of_0_for_none) {
  serve("kind", to_bytes("12345"));
  auto file = File::open(fs, add_here("/lavish/kind"), {.wait = GetParam()});
  ASSERT_TRUE(file);
  std::array<std::byte, 1> first{};
  ASSERT_TRUE(file->read_at(0, first));
  EXPECT_EQ(to_text(first), "1");
  EXPECT_EQ(contents(*file), "12345");
}

TEST_P(HttpKindTest, keeps_a_byte_order_mark_from_a_server_that_takes_a_last_byte_of_0_for_none) {
  const std::string text = "\xEF\xBB\xBFname,n\n\xD1\x8F,1\n";
  EXPECT_EQ(contents_of("/lavish", to_bytes(text)), text);
}

TEST_P(HttpKindTest, gives_up_on_a_server_that_sends_a_byte_at_a_time) {
  const std::string words = contents_of("/tiny", noise(5000));
  EXPECT_TRUE(words.ends_with(": the server did not send the part that it was asked for (EIO).")) << words;
  EXPECT_LT(asked_for("kind"), 100);
}

TEST_P(HttpKindTest, does_not_take_one_part_for_another) {
  const std::string words = contents_of("/shifted", noise(5000));
  EXPECT_TRUE(words.ends_with(": the server did not send the part that it was asked for (EIO).")) << words;
}

TEST_P(HttpKindTest, keeps_a_byte_order_mark_at_the_front_of_all) {
  const std::string text = "\xEF\xBB\xBFname,n\n\xD1\x8F,1\n";
  EXPECT_EQ(contents_of("/plain", to_bytes(text)), text);
}

class CrossOriginTest : public HttpTest {
 protected:
  void SetUp() override {
    if (!is_in_browser()) GTEST_SKIP() << "Node knows no origins";
    serve("foreign", to_bytes("from far away"));
    url = server_url();
    url.replace(url.find("127.0.0.1"), 9, "localhost");
  }
  std::string url;
};

TEST_F(CrossOriginTest, cannot_read_what_a_server_does_not_share) {
  EXPECT_EQ(code_of(add(url + "/files/foreign")), std::errc::io_error);
}

TEST_F(CrossOriginTest, finds_out_a_size_although_headers_are_hidden) {
  for (const vfs::Wait wait : {vfs::Wait::suspend, vfs::Wait::block}) {
    EXPECT_EQ(contents(fs, add(url + "/shared/foreign"), wait), "from far away");
  }
}

}  // namespace
}  // namespace weft::test
