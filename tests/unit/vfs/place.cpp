#include "vfs/place.hpp"

#include <cctype>
#include <format>

#include "vfs/drop_backend.hpp"
#include "vfs/environment.hpp"
#include "vfs/file_system.hpp"
#include "vfs/http_backend.hpp"
#include "vfs/latency_backend.hpp"
#include "vfs/memory_backend.hpp"
#include "vfs/opfs_backend.hpp"

namespace weft::test {
namespace {

using vfs::Wait;

class MemoryPlace : public Place {
 public:
  std::shared_ptr<vfs::Backend> backend() override { return memory_; }
  std::string put(std::string_view path, std::span<const std::byte> bytes) override {
    EXPECT_TRUE(memory_->put(path, bytes));
    return std::string(path);
  }

 protected:
  std::shared_ptr<vfs::MemoryBackend> memory_ = std::make_shared<vfs::MemoryBackend>();
};

class LatencyPlace final : public MemoryPlace {
 public:
  std::shared_ptr<vfs::Backend> backend() override {
    return std::make_shared<vfs::LatencyBackend>(memory_, 3);
  }
};

template <vfs::BlobId make_file(std::span<const std::byte>)>
class DropPlace final : public Place {
 public:
  std::shared_ptr<vfs::Backend> backend() override { return drop_; }
  std::string put(std::string_view path, std::span<const std::byte> bytes) override {
    return drop_->add(path, bytes.size(), make_file(bytes));
  }

 private:
  std::shared_ptr<vfs::DropBackend> drop_ = std::make_shared<vfs::DropBackend>();
};

std::string percent_encoded(std::string_view text) {
  std::string encoded;
  for (const unsigned char c : text)
    encoded += std::isalnum(c) != 0 ? std::string(1, c) : std::format("%{:02X}", c);
  return encoded;
}

/// One server for all tests, so a folder for every test.
class HttpPlace final : public Place {
 public:
  std::shared_ptr<vfs::Backend> backend() override { return http_; }
  std::string put(std::string_view path, std::span<const std::byte> bytes) override {
    static int files = 0;
    const std::string name = std::format("{}-{}", ++files, percent_encoded(path));
    serve(name, bytes);
    return http_->add(server_url() + "/files/" + name);
  }

 private:
  std::shared_ptr<vfs::HttpBackend> http_ = std::make_shared<vfs::HttpBackend>();
};

class OpfsPlace final : public Place {
 public:
  OpfsPlace() {
    static int folders = 0;
    auto mounted = vfs::OpfsBackend::mount(std::format("weft-vfs-test/{}", ++folders));
    EXPECT_TRUE(mounted);
    if (!mounted) return;
    opfs_ = *mounted;
    for (const vfs::Entry& entry : opfs_->list("")) remove(entry.name);
  }
  std::shared_ptr<vfs::Backend> backend() override { return opfs_; }
  std::string put(std::string_view path, std::span<const std::byte> bytes) override {
    vfs::FileSystem fs;
    EXPECT_TRUE(fs.mount("/", opfs_));
    EXPECT_TRUE(fs.write_file("/" + std::string(path), bytes));
    return std::string(path);
  }

 private:
  void remove(const std::string& path) {
    for (const vfs::Entry& entry : opfs_->list(path)) remove(path + "/" + entry.name);
    fiber::Operation removal;
    opfs_->start_remove(path, vfs::Ticket<void>{removal.ticket()});
    EXPECT_EQ(removal.wait().error, 0);
  }

  std::shared_ptr<vfs::OpfsBackend> opfs_;
};

template <class T>
std::unique_ptr<Place> make() {
  return std::make_unique<T>();
}

std::string never(Wait) { return {}; }

std::string without_storage(Wait) { return is_in_browser() ? "" : "Node has no storage like a browser's"; }

std::string without_blocking_requests(Wait wait) {
  return wait == Wait::block && !is_in_browser() ? "Node has no synchronous XHR" : "";
}

}  // namespace

std::vector<Case> all_cases() {
  std::vector<Case> cases;
  for (const Wait wait : {Wait::suspend, Wait::block}) {
    const std::string how = wait == Wait::suspend ? "_suspend" : "_block";
    cases.push_back({"memory" + how, make<MemoryPlace>, wait, never});
    cases.push_back({"blob" + how, make<DropPlace<make_blob>>, wait, never});
    cases.push_back({"disk" + how, make<DropPlace<make_disk_file>>, wait, never});
    cases.push_back({"http" + how, make<HttpPlace>, wait, without_blocking_requests});
    cases.push_back({"opfs" + how, make<OpfsPlace>, wait, without_storage});
    cases.push_back({"latency" + how, make<LatencyPlace>, wait, never});
  }
  return cases;
}

std::vector<Case> suspending_cases() {
  std::vector<Case> cases = all_cases();
  std::erase_if(cases, [](const Case& item) { return item.wait == Wait::block; });
  return cases;
}

std::vector<Case> naming_cases() {
  return {{"memory", make<MemoryPlace>, Wait::suspend, never},
          {"blob", make<DropPlace<make_blob>>, Wait::suspend, never},
          {"opfs", make<OpfsPlace>, Wait::suspend, without_storage}};
}

std::vector<Case> writable_cases() {
  return {{"memory", make<MemoryPlace>, Wait::suspend, never},
          {"opfs", make<OpfsPlace>, Wait::suspend, without_storage},
          {"latency", make<LatencyPlace>, Wait::suspend, never}};
}

}  // namespace weft::test
