#include "program/program.hpp"

#include <cassert>

#include "lab/settings.hpp"
#include "program/remembered.hpp"
#include "vfs/memory_backend.hpp"
#include "vfs/opfs_backend.hpp"

namespace weft::program {
namespace {

// What JavaScript calls cannot be handed an object, so the one there is has to be found.
Program*& instance() {
  static Program* program = nullptr;
  return program;
}

constexpr std::string_view drop_mount = "/drop";
constexpr std::string_view http_mount = "/http";
constexpr std::string_view sample_mount = "/data";
constexpr std::string_view exercise_mount = "/exercise";
constexpr std::string_view sample_storage = "weft/data";

std::string below(std::string_view mount, std::string_view relative) {
  return std::string(mount) + '/' + std::string(relative);
}

}  // namespace

Program::Program() : scheduler_(host_), lab_(environment()) {
  assert(instance() == nullptr);
  instance() = this;
  mount(drop_mount, dropped_);
  mount(http_mount, http_);
  mount(exercise_mount, std::make_shared<vfs::MemoryBackend>());
  lab_.checklist().recall(remembered_mastery());
  lab_.preferences().configure(remembered_settings());
  lab_.preferences().choose(remembered_choices());
}

Program::~Program() { instance() = nullptr; }

Program& Program::get() {
  assert(instance() != nullptr);
  return *instance();
}

lab::Environment Program::environment() {
  return {
      .files = &files_,
      .workers = &workers_,
      .sample_directory = std::string(sample_mount),
      .exercise_directory = std::string(exercise_mount),
      .set_latency = [this](double ms) { set_latency(ms); },
      .on_removed = [this](const std::string& path) { forget(path); },
      .on_remember =
          [this] {
            remember(lab_.preferences().settings(), lab_.preferences().choices(), lab_.checklist().mastery());
          },
      .offer_download = offer_download,
      .fetch_code = fetch_code,
      .blocking_reads = kind_of_blocking_reads(),
  };
}

void Program::start() {
  scheduler_.spawn("mounts", [this] {
    lab_.samples().start([this, notice = mount_samples()] {
      if (!notice.empty()) lab_.activities().tell(notice);
      is_ready_ = true;
      for (const auto& ready : std::exchange(waiting_, {})) ready();
    });
  });
}

void Program::when_ready(std::function<void()> ready) {
  if (is_ready_) return ready();
  waiting_.push_back(std::move(ready));
}

void Program::mount(std::string_view at, std::shared_ptr<vfs::Backend> backend) {
  mounts_.push_back(
      std::make_shared<vfs::LatencyBackend>(std::move(backend), lab_.preferences().settings().latency_ms));
  [[maybe_unused]] const vfs::Result<void> mounted = files_.mount(at, mounts_.back());
  assert(mounted);
}

// Returns what a person should know about it, if anything.
std::string Program::mount_samples() {
  if (auto storage = vfs::OpfsBackend::mount(sample_storage)) {
    mount(sample_mount, std::move(*storage));
    return "";
  } else {
    mount(sample_mount, std::make_shared<vfs::MemoryBackend>());
    lab_.results().set_storage_fleeting();
    return "The sample files are kept in memory and will be gone with this page. " +
           vfs::to_message(storage.error());
  }
}

std::string Program::add_file(const std::string& relative_path, double size, vfs::BlobId blob) {
  std::string path = below(drop_mount, dropped_->add(relative_path, static_cast<std::uint64_t>(size), blob));
  lab_.files().add(path, size);
  return path;
}

std::string Program::add_url(const std::string& url) {
  const std::string relative = http_->add(url);
  if (relative.empty()) return "";
  std::string path = below(http_mount, relative);
  lab_.files().add(path, -1);
  return path;
}

vfs::Result<std::string> Program::add_path(std::string_view text) {
  const vfs::Result<vfs::Path> path = vfs::Path::parse(text);
  if (!path) return std::unexpected(path.error());
  const vfs::Result<vfs::Stat> found = files_.stat(path->text());
  if (!found) return std::unexpected(found.error());
  if (found->kind == vfs::Kind::directory) {
    return std::unexpected(vfs::Error{
        .code = std::errc::is_a_directory, .verb = vfs::Verb::open, .path = path->text(), .detail = {}});
  }
  lab_.files().add(path->text(), found->is_size_known ? static_cast<double>(found->size) : -1);
  return path->text();
}

void Program::set_latency(double ms) {
  for (const auto& mount : mounts_) mount->set_latency_ms(ms);
}

void Program::forget(const std::string& path) {
  const std::string prefix = below(drop_mount, "");
  if (path.starts_with(prefix)) dropped_->forget(path.substr(prefix.size()));
}

}  // namespace weft::program
