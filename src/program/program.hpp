#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "fiber/browser_host.hpp"
#include "fiber/scheduler.hpp"
#include "lab/lab.hpp"
#include "program/stepper_table.hpp"
#include "reading/worker_pool.hpp"
#include "vfs/drop_backend.hpp"
#include "vfs/file_system.hpp"
#include "vfs/http_backend.hpp"
#include "vfs/latency_backend.hpp"

namespace weft::program {

/// The program without its drawing: the scheduler, the mounts and the lab. There is one in a module;
/// JavaScript reaches it through the functions of bindings.cpp.
class Program {
 public:
  Program();
  ~Program();
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  /// The module's program, which must exist.
  static Program& get();

  /// Mounts what has to be asked for, and fills the list of files. Once.
  void start();

  /// `ready` is called when the mounts are in place and the list is filled; at once if they are.
  void when_ready(std::function<void()> ready);

  /// Puts a file that JavaScript keeps as `blob` into /drop and into the list. Returns its path.
  std::string add_file(const std::string& relative_path, double size, vfs::BlobId blob);

  /// Puts `url` into /http and into the list. Returns its path; empty for what is not an absolute http or
  /// https URL.
  std::string add_url(const std::string& url);

  /// Puts a file that a mount holds already into the list. Returns its path in normal form. ENOENT, EISDIR,
  /// EINVAL.
  vfs::Result<std::string> add_path(std::string_view path);

  lab::Lab& lab() { return lab_; }
  vfs::FileSystem& files() { return files_; }
  fiber::Scheduler& scheduler() { return scheduler_; }
  StepperTable& steppers() { return steppers_; }

 private:
  lab::Environment environment();
  void mount(std::string_view at, std::shared_ptr<vfs::Backend> backend);
  std::string mount_samples();
  void set_latency(double ms);
  void forget(const std::string& path);

  fiber::BrowserHost host_;
  fiber::Scheduler scheduler_;
  vfs::FileSystem files_;
  reading::WorkerPool workers_;
  std::shared_ptr<vfs::DropBackend> dropped_ = std::make_shared<vfs::DropBackend>();
  std::shared_ptr<vfs::HttpBackend> http_ = std::make_shared<vfs::HttpBackend>();
  std::vector<std::shared_ptr<vfs::LatencyBackend>> mounts_;
  lab::Lab lab_;
  StepperTable steppers_;
  bool is_ready_ = false;
  std::vector<std::function<void()>> waiting_;
};

}  // namespace weft::program
