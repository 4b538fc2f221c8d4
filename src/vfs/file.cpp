#include "vfs/file.hpp"

#include <algorithm>
#include <utility>

#include "vfs/open_file.hpp"
#include "vfs/start.hpp"
#include "vfs/waits.hpp"

namespace weft::vfs {
namespace {

std::unexpected<Error> fail(std::errc code, Verb verb, const std::string& path) {
  return std::unexpected(Error{.code = code, .verb = verb, .path = path, .detail = {}});
}

void tell_start(const FileSystem& fs, fiber::Ticket ticket, const Call& call) {
  if (fs.observer() != nullptr) fs.observer()->on_start(ticket, call);
}

/// Does `work()`, which is `call`, while the thread is blocked.
template <class Work>
std::invoke_result_t<Work> block_on_call(const FileSystem& fs, const Call& call, Work&& work) {
  if (fs.observer() == nullptr) return block_on(std::forward<Work>(work));
  const double start_ms = fiber::Scheduler::get().now_ms();
  auto outcome = block_on(std::forward<Work>(work));
  fs.observer()->on_blocking_call(call, start_ms, to_numbers(outcome));
  return outcome;
}

Outcome<Handle> open_in_backend(const OpenFile& file, std::string_view path) {
  const Call call{.verb = Verb::open, .path = file.path};
  if (file.wait == Wait::block)
    return block_on_call(file.fs, call, [&] { return file.backend->open_blocking(path); });
  return suspend_on<Handle>(*file.backend, [&](Ticket<Handle> ticket) {
    tell_start(file.fs, ticket, call);
    file.backend->start_open(path, ticket);
  });
}

// A browser says of a file that has gone, or that it cannot look at, that it has no bytes, and goes on saying
// so of one that has some by now. Reading nothing of it shows what is true.
Outcome<std::size_t> look_at_empty(const OpenFile& file) {
  const Call call{.verb = Verb::open, .path = file.path};
  if (file.wait == Wait::block)
    return block_on_call(file.fs, call, [&] { return file.backend->read_blocking(file.handle, 0, {}); });
  return suspend_on<std::size_t>(*file.backend, [&](Ticket<std::size_t> ticket) {
    tell_start(file.fs, ticket, call);
    file.backend->start_read(file.handle, 0, {}, ticket);
  });
}

}  // namespace

bool PendingRead::is_finished() const {
  const auto* operation = std::get_if<fiber::Operation>(&state_);
  return operation == nullptr || operation->is_finished();
}

Result<std::size_t> PendingRead::wait() {
  auto* operation = std::get_if<fiber::Operation>(&state_);
  const Outcome<std::size_t> count = operation != nullptr
                                         ? from_numbers<std::size_t>(operation->wait(for_read))
                                         : std::get<Outcome<std::size_t>>(state_);
  if (!count) return std::unexpected(to_error(count.error(), Verb::read, file_->path));
  if (*count == expected_) return *count;
  return std::unexpected(Error{
      .code = std::errc::io_error, .verb = Verb::read, .path = file_->path, .detail = "it ended early"});
}

Result<File> File::open(FileSystem& fs, std::string_view path_text, OpenOptions options) {
  const Result<Path> path = Path::parse(path_text);
  if (!path) return std::unexpected(path.error());
  const auto known = fs.stat(path->text());
  if (known && known->kind == Kind::directory)
    return fail(std::errc::is_a_directory, Verb::open, path->text());
  FileSystem::Place place = fs.locate(*path);
  if (!place.backend) return fail(std::errc::no_such_file_or_directory, Verb::open, path->text());
  if (fs.open_files(options.tenure) >= fs.open_limit())
    return fail(std::errc::too_many_files_open, Verb::open, path->text());

  auto file = std::make_shared<OpenFile>(fs, fs.reserve(path->text(), options.tenure),
                                         std::move(place.backend), path->text(), options.wait);
  const Outcome<Handle> opened = open_in_backend(*file, place.relative);
  if (!opened) return std::unexpected(to_error(opened.error(), Verb::open, path->text()));
  file->handle = *opened;
  file->size = file->backend->size(file->handle);
  if (file->size > 0) return File(std::move(file));
  const Outcome<std::size_t> looked = look_at_empty(*file);
  if (!looked) return std::unexpected(to_error(looked.error(), Verb::open, path->text()));
  return File(std::move(file));
}

File::File(File&& other) noexcept = default;

File& File::operator=(File&& other) noexcept {
  if (this == &other) return *this;
  close();
  file_ = std::move(other.file_);
  position_ = other.position_;
  return *this;
}

File::~File() { close(); }

void File::close() {
  if (file_) file_->close();
}

std::uint64_t File::size() const { return file_->size; }
const std::string& File::path() const { return file_->path; }
Wait File::wait_mode() const { return file_->wait; }
bool File::is_open() const { return file_ && file_->number != 0; }

Result<void> File::give_way() const {
  fiber::Scheduler& scheduler = fiber::Scheduler::get();
  if (file_->wait == Wait::suspend) scheduler.yield_now();
  if (scheduler.is_cancelled()) return fail(std::errc::operation_canceled, Verb::read, file_->path);
  return {};
}

PendingRead File::start_read_at(std::uint64_t offset, std::span<std::byte> into) {
  if (!is_open()) return {file_, Outcome<std::size_t>(failure(std::errc::bad_file_descriptor)), 0};
  const std::uint64_t rest = file_->size - std::min(offset, file_->size);
  const std::span<std::byte> part = into.first(std::min<std::uint64_t>(rest, into.size()));
  if (part.empty()) return {file_, Outcome<std::size_t>(0), 0};

  Backend& backend = *file_->backend;
  const Call call{.verb = Verb::read, .path = file_->path, .offset = offset, .bytes = part.size()};
  if (file_->wait == Wait::block) {
    file_->fs.reads_.start_blocking();
    const auto read = [&] { return backend.read_blocking(file_->handle, offset, part); };
    return {file_, block_on_call(file_->fs, call, read), part.size()};
  }
  fiber::Operation operation(&backend);
  const Ticket<std::size_t> ticket{operation.ticket()};
  file_->fs.reads_.start(ticket);
  tell_start(file_->fs, ticket, call);
  backend.start_read(file_->handle, offset, part, ticket);
  return {file_, std::move(operation), part.size()};
}

Result<std::size_t> File::read_at(std::uint64_t offset, std::span<std::byte> into) {
  return start_read_at(offset, into).wait();
}

Result<std::size_t> File::read(std::span<std::byte> into) {
  const Result<std::size_t> count = read_at(position_, into);
  if (count) position_ += *count;
  return count;
}

Result<Source> File::lend() const {
  if (!is_open()) return fail(std::errc::bad_file_descriptor, Verb::read, file_->path);
  const Loan loan = file_->backend->lend(file_->handle);
  if (!loan.source) return std::unexpected(to_error(loan.source.error(), Verb::read, file_->path));
  return Source(*loan.source, loan.latency_ms);
}

void File::count_reads(std::uint64_t reads) {
  if (is_open()) file_->fs.reads_.add(reads);
}

}  // namespace weft::vfs
