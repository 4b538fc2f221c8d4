// Counts the lines of files, all at once: node line_counter.js FILE…

#include <cstdio>
#include <fstream>
#include <iterator>
#include <memory>
#include <span>
#include <string>

#include "fiber/browser_host.hpp"
#include "fiber/scheduler.hpp"
#include "reading/lines.hpp"
#include "vfs/file_system.hpp"
#include "vfs/memory_backend.hpp"

using namespace weft;

namespace {

struct Program {
  fiber::BrowserHost host;
  fiber::Scheduler scheduler{host};
  vfs::FileSystem files;
};

/// What the disk does not have the file system does not get, and says so when it is asked.
void load(vfs::FileSystem& files, const std::string& name) {
  std::ifstream disk(name, std::ios::binary);
  if (disk) (void)files.write_file("/disk/" + name, std::string(std::istreambuf_iterator<char>(disk), {}));
}

vfs::Result<std::uint64_t> count_lines(vfs::FileSystem& files, const std::string& name) {
  auto file = vfs::File::open(files, "/disk/" + name);
  if (!file) return std::unexpected(file.error());
  reading::Lines lines = reading::lines(*file);
  while (lines.next() != nullptr) continue;
  if (lines.error()) return std::unexpected(*lines.error());
  return lines.position();
}

}  // namespace

int main(int argc, char** argv) {
  // The event loop goes on when main has returned.
  static Program program;
  (void)program.files.mount("/disk", std::make_shared<vfs::MemoryBackend>());
  for (const std::string name : std::span(argv, argc).subspan(1)) {
    program.scheduler.spawn(name, [name] {
      load(program.files, name);
      const auto lines = count_lines(program.files, name);
      std::printf("%s\n",
                  lines ? (name + ": " + std::to_string(*lines)).c_str() : to_message(lines.error()).c_str());
    });
  }
}
