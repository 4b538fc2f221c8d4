// Reads a file that is nowhere: a backend of one's own makes it up.

#include <algorithm>
#include <cstdio>
#include <memory>
#include <string>

#include "fiber/browser_host.hpp"
#include "fiber/scheduler.hpp"
#include "reading/count_file.hpp"
#include "vfs/backend.hpp"
#include "vfs/detail.hpp"
#include "vfs/event_loop.hpp"
#include "vfs/file_system.hpp"

using namespace weft;

namespace {

/// One file, `zeros`, which holds a thousand lines with a zero in each.
class Zeros final : public vfs::Backend {
 public:
  std::optional<vfs::Stat> stat(std::string_view path) const override {
    if (path.empty()) return vfs::Stat{.kind = vfs::Kind::directory};
    if (path != name) return std::nullopt;
    return vfs::Stat{.size = bytes};
  }

  std::vector<vfs::Entry> list(std::string_view) const override { return {{name, *stat(name)}}; }

  void start_open(std::string_view path, vfs::Ticket<vfs::Handle> ticket) override {
    loop_.post([=, outcome = open_blocking(path)] { vfs::complete(ticket, outcome); });
  }

  vfs::Outcome<vfs::Handle> open_blocking(std::string_view path) override {
    if (path != name) return vfs::failure(std::errc::no_such_file_or_directory);
    return vfs::Handle{1};
  }

  std::uint64_t size(vfs::Handle) const override { return bytes; }

  void start_read(vfs::Handle handle, std::uint64_t offset, std::span<std::byte> into,
                  vfs::Ticket<std::size_t> ticket) override {
    loop_.post([=, this] {
      // Who gives up a read takes the buffer back.
      if (fiber::Scheduler::get().operations().is_pending(ticket))
        vfs::complete(ticket, read_blocking(handle, offset, into));
    });
  }

  vfs::Outcome<std::size_t> read_blocking(vfs::Handle, std::uint64_t offset,
                                          std::span<std::byte> into) override {
    const std::uint64_t rest = bytes - std::min(offset, bytes);
    const std::uint64_t count = std::min<std::uint64_t>(rest, into.size());
    for (std::uint64_t i = 0; i < count; ++i) into[i] = std::byte((offset + i) % 2 == 0 ? '0' : '\n');
    return static_cast<std::size_t>(count);
  }

  void close(vfs::Handle) override {}

 private:
  static constexpr const char* name = "zeros";
  static constexpr std::uint64_t bytes = 2000;

  vfs::EventLoop loop_;
};

struct Program {
  fiber::BrowserHost host;
  fiber::Scheduler scheduler{host};
  vfs::FileSystem files;
};

void report(vfs::FileSystem& files, const char* path) {
  auto file = vfs::File::open(files, path);
  const auto counts = file ? reading::count_file(*file) : std::unexpected(file.error());
  if (counts)
    std::printf("%s: %llu lines\n", path, counts->lines);
  else
    std::printf("%s\n", to_message(counts.error()).c_str());
}

}  // namespace

int main() {
  static Program program;
  (void)program.files.mount("/made", std::make_shared<Zeros>());
  program.scheduler.spawn("report", [] {
    report(program.files, "/made/zeros");
    report(program.files, "/made/ones");
  });
}
