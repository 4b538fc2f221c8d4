#include "lab/process_file.hpp"

#include <algorithm>
#include <optional>

#include "lab/csv_files.hpp"
#include "lab/fiber_stopwatch.hpp"
#include "lab/format.hpp"
#include "lab/settings.hpp"
#include "reading/count_file.hpp"
#include "reading/count_in_worker.hpp"
#include "text/csv_counter.hpp"
#include "vfs/file_system.hpp"

namespace weft::lab {
namespace {

class FileProcess {
 public:
  FileProcess(FileRow& row, const Processing& with) : row_(row), with_(with), settings_(with.settings) {}

  // Of a file whose size was not known when it was added it is asked when it is open: what the web server has
  // now need not be what it had the last time.
  bool is_known_to_be_small() {
    if (row_.size < 0) return false;
    if (const auto stat = with_.files.stat(row_.path); stat && stat->kind == vfs::Kind::file)
      row_.size = static_cast<double>(stat->size);
    return is_too_small();
  }

  FileStatus skip() {
    row_.reason =
        "smaller than " + plain_count_of(static_cast<std::uint64_t>(settings_.min_bytes), "byte", "bytes");
    return FileStatus::skipped;
  }

  vfs::Result<FileStatus> count() {
    auto file = open();
    if (!file) return std::unexpected(std::move(file.error()));
    row_.size = static_cast<double>(file->size());
    if (is_too_small()) return skip();
    if (settings_.csv || is_csv_name(row_.path)) csv_.emplace(row_.csv_options);
    // Workers know no CSV.
    const bool is_for_worker = settings_.mode == Mode::workers && !csv_;
    const auto counts = is_for_worker                 ? count_there(*file)
                        : with_.ways.count != nullptr ? with_.ways.count(*file, count_options())
                                                      : reading::count_file(*file, count_options());
    if (!counts) return std::unexpected(counts.error());
    row_.figures = counts->figures();
    row_.form = counts->form;
    if (csv_) row_.csv = csv_->counts();
    row_.progress = 1;
    return FileStatus::done;
  }

  FileStatus give_up(const vfs::Error& error) {
    if (error.code == std::errc::operation_canceled) return FileStatus::cancelled;
    row_.error = error;
    row_.reason = vfs::to_message(error);
    return FileStatus::failed;
  }

  void update_times() {
    const FiberStopwatch::Reading reading = stopwatch_.read();
    row_.elapsed_ms = reading.elapsed_ms;
    if (handed_over_) return;
    row_.wait_ms = reading.wait_ms;
    row_.cpu_ms = reading.cpu_ms;
  }

  void notify() {
    if (with_.on_progress) with_.on_progress();
  }

 private:
  bool is_too_small() const {
    if (with_.ways.leaves_out != nullptr) return with_.ways.leaves_out(with_.files, row_.path);
    return row_.size < settings_.min_bytes;
  }

  vfs::Result<vfs::File> open() {
    const auto own = with_.wait == vfs::Wait::block ? with_.ways.open_blocking : with_.ways.open;
    if (own != nullptr) return own(with_.files, row_.path);
    return vfs::File::open(with_.files, row_.path, {.wait = with_.wait});
  }

  reading::CountOptions count_options() {
    return {.chunk_bytes = settings_.chunk_bytes,
            .decode = decode_options(settings_),
            .passes = settings_.cpu_passes,
            .csv = csv_ ? &*csv_ : nullptr,
            .on_progress = [this](const text::FileCounts& so_far) {
              show(so_far, so_far.form);
              update_times();
              notify();
            }};
  }

  vfs::Result<text::FileCounts> count_there(vfs::File& file) {
    if (with_.workers == nullptr) return std::unexpected(no_workers());
    update_times();
    handed_over_ = stopwatch_.read();
    const reading::WorkerOptions options = {
        .chunk_bytes = settings_.chunk_bytes,
        .decode = decode_options(settings_),
        .passes = settings_.cpu_passes,
        .on_progress = [this](const reading::WorkerCount& so_far) { show_worker(so_far); }};
    const auto count = with_.ways.count_in_worker != nullptr
                           ? with_.ways.count_in_worker(*with_.workers, file, options)
                           : reading::count_in_worker(*with_.workers, file, options);
    if (!count) return std::unexpected(count.error());
    return text::FileCounts{count->counts, count->form};
  }

  vfs::Error no_workers() const {
    return {.code = std::errc::not_supported,
            .verb = vfs::Verb::read,
            .path = row_.path,
            .detail = "there are no workers here"};
  }

  void show(const Figures& so_far, const text::TextForm& form) {
    row_.figures = so_far;
    row_.form = form;
    if (csv_) row_.csv = csv_->counts();
    const auto bytes_read = static_cast<double>(form.is_gzip ? form.packed_bytes : so_far.bytes);
    row_.progress = row_.size > 0 ? static_cast<float>(bytes_read / row_.size) : 1;
  }

  // Comes on any stack. Of the time since the file was handed over only the worker knows what it went to.
  void show_worker(const reading::WorkerCount& so_far) {
    show(so_far.counts, so_far.form);
    row_.elapsed_ms = stopwatch_.elapsed_ms();
    row_.wait_ms = handed_over_->wait_ms + so_far.wait_ms;
    row_.cpu_ms = handed_over_->cpu_ms + so_far.cpu_ms;
    notify();
  }

  FiberStopwatch stopwatch_;
  std::optional<text::CsvCounter> csv_;
  FileRow& row_;
  const Processing& with_;
  const Settings& settings_;
  // Where the time went until a worker took the file.
  std::optional<FiberStopwatch::Reading> handed_over_;
};

}  // namespace

void process_file(FileRow& row, const Processing& processing) {
  FileProcess file(row, processing);
  row.status = FileStatus::running;
  file.notify();
  const vfs::Result<FileStatus> status = file.is_known_to_be_small() ? file.skip() : file.count();
  row.status = status ? *status : file.give_up(status.error());
  file.update_times();
}

}  // namespace weft::lab
