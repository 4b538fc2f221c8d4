#include "vfs/file_writer.hpp"

#include <utility>

#include "vfs/file_system.hpp"
#include "vfs/start.hpp"

namespace weft::vfs {
namespace {

Result<void> to_result(const Outcome<void>& outcome, Verb verb, const std::string& path) {
  if (outcome) return {};
  return std::unexpected(to_error(outcome.error(), verb, path));
}

std::unexpected<Error> fail(std::errc code, Verb verb, const Path& path, const char* detail = "") {
  return std::unexpected(Error{.code = code, .verb = verb, .path = path.text(), .detail = detail});
}

}  // namespace

Result<FileWriter> FileWriter::create(FileSystem& fs, std::string_view text) {
  const Result<Path> path = Path::parse(text, Verb::create);
  if (!path) return std::unexpected(path.error());
  const Result<Stat> known = fs.stat(path->text());
  if (known && known->kind == Kind::directory) return fail(std::errc::is_a_directory, Verb::create, *path);
  FileSystem::Place place = fs.locate(*path);
  if (!place.backend)
    return fail(std::errc::permission_denied, Verb::create, *path, "nothing is mounted there");
  const Outcome<Handle> created = suspend_on<Handle>(
      *place.backend, [&](Ticket<Handle> ticket) { place.backend->start_create(place.relative, ticket); });
  if (!created) return std::unexpected(to_error(created.error(), Verb::create, path->text()));
  return FileWriter(std::move(place.backend), *created, path->text());
}

FileWriter::FileWriter(FileWriter&& other) noexcept = default;

FileWriter::~FileWriter() { discard(); }

Result<void> FileWriter::write(std::span<const std::byte> bytes) {
  if (!backend_) return to_result(failure(std::errc::bad_file_descriptor), Verb::write, path_);
  return to_result(
      suspend_on<void>(*backend_,
                       [&](Ticket<void> ticket) { backend_->start_write(handle_, bytes, ticket); }),
      Verb::write, path_);
}

Result<void> FileWriter::commit() {
  if (!backend_) return to_result(failure(std::errc::bad_file_descriptor), Verb::write, path_);
  if (fiber::Scheduler::get().is_cancelled()) {
    discard();
    return to_result(failure(std::errc::operation_canceled), Verb::write, path_);
  }
  // From here it is either whole or not there: nobody can stop half-way and not know which.
  const fiber::Shield shield;
  const std::shared_ptr<Backend> backend = std::exchange(backend_, nullptr);
  return to_result(
      suspend_on<void>(*backend, [&](Ticket<void> ticket) { backend->start_commit(handle_, ticket); }),
      Verb::write, path_);
}

void FileWriter::discard() {
  const std::shared_ptr<Backend> backend = std::exchange(backend_, nullptr);
  if (!backend) return;
  const fiber::Shield shield;
  (void)suspend_on<void>(*backend, [&](Ticket<void> ticket) { backend->start_discard(handle_, ticket); });
}

}  // namespace weft::vfs
