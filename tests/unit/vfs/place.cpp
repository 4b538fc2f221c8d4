#include "vfs/place.hpp"

#include <array>
#include <cctype>
#include <format>
#include <functional>

#include "vfs/drop_backend.hpp"
#include "vfs/environment.hpp"
#include "vfs/file_system.hpp"
#include "vfs/http_backend.hpp"
#include "vfs/latency_backend.hpp"
#include "vfs/memory_backend.hpp"
#include "vfs/opfs_backend.hpp"
#include "vfs/waits.hpp"

namespace weft::test {
namespace {

using vfs::Wait;

template <vfs::BlobId make_file(std::span<const std::byte>)>
Place dropped() {
  auto drop = std::make_shared<vfs::DropBackend>();
  return {drop, [drop](std::string_view path, std::span<const std::byte> bytes) {
            return drop->add(path, bytes.size(), make_file(bytes));
          }};
}

Place memory_behind(const std::function<std::shared_ptr<vfs::Backend>(std::shared_ptr<vfs::Backend>)>& wrap) {
  auto memory = std::make_shared<vfs::MemoryBackend>();
  return {wrap(memory), [memory](std::string_view path, std::span<const std::byte> bytes) {
            EXPECT_TRUE(memory->put(path, bytes));
            return std::string(path);
          }};
}

Place memory() { return memory_behind(std::identity()); }

Place far_memory() {
  return memory_behind([](auto inner) { return std::make_shared<vfs::LatencyBackend>(std::move(inner), 3); });
}

std::string percent_encoded(std::string_view text) {
  std::string encoded;
  for (const unsigned char c : text)
    encoded += std::isalnum(c) != 0 ? std::string(1, c) : std::format("%{:02X}", c);
  return encoded;
}

/// One server for all tests, so a folder for every test.
Place server() {
  auto http = std::make_shared<vfs::HttpBackend>();
  return {http, [http](std::string_view path, std::span<const std::byte> bytes) {
            static int files = 0;
            const std::string name = std::format("{}-{}", ++files, percent_encoded(path));
            serve(name, bytes);
            return http->add(server_url() + "/files/" + name);
          }};
}

void remove_all(vfs::OpfsBackend& opfs, const std::string& path) {
  for (const vfs::Entry& entry : opfs.list(path)) remove_all(opfs, path + "/" + entry.name);
  fiber::Operation removal;
  opfs.start_remove(path, vfs::Ticket<void>{removal.ticket()});
  EXPECT_EQ(removal.wait(vfs::for_read).error, 0);
}

Place storage() {
  static int folders = 0;
  auto mounted = vfs::OpfsBackend::mount(std::format("weft-vfs-test/{}", ++folders));
  EXPECT_TRUE(mounted);
  if (!mounted) return {};
  for (const vfs::Entry& entry : (*mounted)->list("")) remove_all(**mounted, entry.name);
  return {*mounted, [opfs = *mounted](std::string_view path, std::span<const std::byte> bytes) {
            vfs::FileSystem fs;
            EXPECT_TRUE(fs.mount("/", opfs));
            EXPECT_TRUE(fs.write_file("/" + std::string(path), bytes));
            return std::string(path);
          }};
}

std::string without_storage(Wait) { return is_in_browser() ? "" : "Node has no storage like a browser's"; }

std::string without_blocking_requests(Wait wait) {
  return wait == Wait::block && !is_in_browser() ? "Node has no synchronous XHR" : "";
}

/// A backend is tested when it has a row here.
constexpr std::array candidates = {
    Candidate{.name = "memory", .make = memory, .keeps_names = true, .is_writable = true},
    Candidate{.name = "blob", .make = dropped<make_blob>, .keeps_names = true},
    Candidate{.name = "disk", .make = dropped<make_disk_file>},
    Candidate{.name = "http", .make = server, .reason_to_skip = without_blocking_requests},
    Candidate{.name = "opfs",
              .make = storage,
              .keeps_names = true,
              .is_writable = true,
              .reason_to_skip = without_storage},
    Candidate{.name = "latency", .make = far_memory, .is_writable = true},
};

template <class Predicate>
std::vector<Case> cases(Wait wait, Predicate&& is_wanted) {
  std::vector<Case> found;
  for (const Candidate& candidate : candidates)
    if (std::invoke(is_wanted, candidate)) found.push_back({candidate, wait});
  return found;
}

}  // namespace

std::vector<Case> suspending_cases() {
  return cases(Wait::suspend, [](const Candidate&) { return true; });
}

std::vector<Case> all_cases() {
  std::vector<Case> found = suspending_cases();
  found.append_range(cases(Wait::block, [](const Candidate&) { return true; }));
  return found;
}

std::vector<Case> naming_cases() { return cases(Wait::suspend, &Candidate::keeps_names); }

std::vector<Case> writable_cases() { return cases(Wait::suspend, &Candidate::is_writable); }

}  // namespace weft::test
