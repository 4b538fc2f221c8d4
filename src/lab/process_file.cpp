#include "lab/process_file.hpp"

#include <algorithm>
#include <format>
#include <optional>

#include "lab/csv_files.hpp"
#include "lab/fiber_stopwatch.hpp"
#include "text/count_file.hpp"
#include "text/csv_counter.hpp"
#include "vfs/file_system.hpp"

namespace weft::lab {
namespace {

class FileProcess {
 public:
  FileProcess(FileRow& row, vfs::FileSystem& files, const Settings& settings, vfs::Wait wait,
              const std::function<void()>& on_progress)
      : row_(row), files_(files), settings_(settings), wait_(wait), on_progress_(on_progress) {}

  void run() {
    row_.status = FileStatus::running;
    notify();
    const vfs::Result<FileStatus> status = is_too_small() ? skip() : count();
    row_.status = status ? *status : give_up(status.error());
    update_times();
  }

 private:
  // Of a file whose size is not known it will be known, and asked again, when it is open.
  bool is_too_small() {
    if (const auto stat = files_.stat(row_.path);
        stat && stat->kind == vfs::Kind::file && stat->is_size_known) {
      row_.size = static_cast<double>(stat->size);
    }
    return row_.size >= 0 && row_.size < settings_.min_bytes;
  }

  FileStatus skip() {
    row_.reason = std::format("smaller than {:.0f} bytes", settings_.min_bytes);
    return FileStatus::skipped;
  }

  vfs::Result<FileStatus> count() {
    auto file = vfs::File::open(files_, row_.path, {.wait = wait_});
    if (!file) return std::unexpected(std::move(file.error()));
    row_.size = static_cast<double>(file->size());
    if (row_.size < settings_.min_bytes) return skip();
    if (settings_.csv || is_csv_name(row_.path)) csv_.emplace();
    const auto counts =
        text::count_file(*file, {.chunk_bytes = settings_.chunk_bytes,
                                 .passes = settings_.cpu_passes,
                                 .csv = csv_ ? &*csv_ : nullptr,
                                 .on_progress = [this](const Figures& so_far) { show(so_far); }});
    if (!counts) return std::unexpected(counts.error());
    row_.figures = *counts;
    if (csv_) row_.csv = csv_->counts();
    row_.progress = 1;
    return FileStatus::done;
  }

  // snippet handle-missing-file
  FileStatus give_up(const vfs::Error& error) {
    if (error.code == std::errc::operation_canceled) return FileStatus::cancelled;
    row_.error = error;
    row_.reason = vfs::to_words(error);
    return FileStatus::failed;
  }
  // end snippet

  void show(const Figures& so_far) {
    row_.figures = so_far;
    if (csv_) row_.csv = csv_->counts();
    row_.progress = row_.size > 0 ? static_cast<float>(static_cast<double>(so_far.bytes) / row_.size) : 1;
    update_times();
    notify();
  }

  void update_times() {
    const FiberStopwatch::Reading reading = stopwatch_.read();
    row_.elapsed_ms = reading.elapsed_ms;
    row_.wait_ms = reading.wait_ms;
    row_.cpu_ms = reading.cpu_ms;
  }

  void notify() {
    if (on_progress_) on_progress_();
  }

  FiberStopwatch stopwatch_;
  std::optional<text::CsvCounter> csv_;
  FileRow& row_;
  vfs::FileSystem& files_;
  const Settings& settings_;
  vfs::Wait wait_;
  const std::function<void()>& on_progress_;
};

}  // namespace

void process_file(FileRow& row, vfs::FileSystem& files, const Settings& settings, vfs::Wait wait,
                  const std::function<void()>& on_progress) {
  FileProcess(row, files, settings, wait, on_progress).run();
}

}  // namespace weft::lab
