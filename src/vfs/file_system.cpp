#include "vfs/file_system.hpp"

#include <algorithm>
#include <cassert>
#include <ranges>
#include <set>
#include <utility>

#include "vfs/file_writer.hpp"
#include "vfs/start.hpp"

namespace weft::vfs {
namespace {

std::unexpected<Error> fail(std::errc code, Verb verb, const Path& path, std::string detail = {}) {
  return std::unexpected(Error{.code = code, .verb = verb, .path = path.text(), .detail = std::move(detail)});
}

void add_unless_there(std::vector<Entry>& entries, std::string name) {
  const auto place = std::ranges::lower_bound(entries, name, {}, &Entry::name);
  if (place != entries.end() && place->name == name) return;
  entries.insert(place, {std::move(name), {.kind = Kind::directory}});
}

}  // namespace

FileSystem::~FileSystem() { assert(open_.empty()); }

Result<void> FileSystem::mount(std::string_view at, std::shared_ptr<Backend> backend) {
  const Result<Path> path = Path::parse(at, Verb::mount);
  if (!path) return std::unexpected(path.error());
  const bool is_new = mounts_.emplace(*path, std::move(backend)).second;
  if (!is_new) return fail(std::errc::invalid_argument, Verb::mount, *path, "something is mounted there");
  return {};
}

FileSystem::Place FileSystem::locate(const Path& path) const {
  for (Path at = path;; at = at.parent()) {
    const auto mount = mounts_.find(at);
    if (mount != mounts_.end()) return {mount->second, std::string(path.relative_to(at))};
    if (at.is_root()) return {};
  }
}

Result<Stat> FileSystem::stat(std::string_view text) const {
  const Result<Path> path = Path::parse(text, Verb::stat);
  if (!path) return std::unexpected(path.error());
  const Place place = locate(*path);
  const std::optional<Stat> known = place.backend ? place.backend->stat(place.relative) : std::nullopt;
  if (known) return *known;
  const bool leads_to_mount = std::ranges::any_of(mounts_ | std::views::keys,
                                                  [&](const Path& mount) { return mount.is_within(*path); });
  if (leads_to_mount || path->is_root()) return Stat{.kind = Kind::directory};
  return fail(std::errc::no_such_file_or_directory, Verb::stat, *path);
}

Result<std::vector<Entry>> FileSystem::list(std::string_view text) const {
  const Result<Path> path = Path::parse(text, Verb::list);
  if (!path) return std::unexpected(path.error());
  const Result<Stat> known = stat(path->text());
  if (!known) return fail(known.error().code, Verb::list, *path);
  if (known->kind != Kind::directory) return fail(std::errc::not_a_directory, Verb::list, *path);

  const Place place = locate(*path);
  std::vector<Entry> entries = place.backend ? place.backend->list(place.relative) : std::vector<Entry>();
  for (const Path& mount : mounts_ | std::views::keys) {
    if (mount == *path || !mount.is_within(*path)) continue;
    const std::string_view below = mount.relative_to(*path);
    add_unless_there(entries, std::string(below.substr(0, below.find('/'))));
  }
  return entries;
}

Result<std::string> FileSystem::read_file(std::string_view path) {
  Result<File> file = File::open(*this, path);
  if (!file) return std::unexpected(std::move(file.error()));
  std::string bytes(file->size(), '\0');
  Result<std::size_t> read = file->read_at(0, std::as_writable_bytes(std::span(bytes)));
  if (!read) return std::unexpected(std::move(read.error()));
  bytes.resize(*read);
  return bytes;
}

Result<void> FileSystem::write_file(std::string_view text, std::span<const std::byte> bytes, Wait wait) {
  if (wait == Wait::suspend) {
    Result<FileWriter> writer = FileWriter::create(*this, text);
    if (!writer) return std::unexpected(writer.error());
    return writer->write(bytes).and_then([&] { return writer->commit(); });
  }
  const Result<Path> path = Path::parse(text, Verb::write);
  if (!path) return std::unexpected(path.error());
  const Place place = locate(*path);
  if (!place.backend)
    return fail(std::errc::permission_denied, Verb::write, *path, "nothing is mounted there");
  const Outcome<void> outcome =
      block_on([&] { return place.backend->write_blocking(place.relative, bytes); });
  if (!outcome) return std::unexpected(to_error(outcome.error(), Verb::write, path->text()));
  return {};
}

Result<void> FileSystem::write_file(std::string_view path, std::string_view text, Wait wait) {
  return write_file(path, std::as_bytes(std::span(text)), wait);
}

Result<void> FileSystem::remove(std::string_view text) {
  const Result<Path> path = Path::parse(text, Verb::remove);
  if (!path) return std::unexpected(path.error());
  const Place place = locate(*path);
  if (!place.backend) return fail(std::errc::no_such_file_or_directory, Verb::remove, *path);
  const Outcome<void> outcome = suspend_on<void>(
      *place.backend, [&](Ticket<void> ticket) { place.backend->start_remove(place.relative, ticket); });
  if (!outcome) return std::unexpected(to_error(outcome.error(), Verb::remove, path->text()));
  return {};
}

Result<void> FileSystem::refresh(std::span<const std::string> paths) {
  std::set<std::shared_ptr<Backend>> refreshed;
  for (const std::string& text : paths) {
    const Result<Path> path = Path::parse(text, Verb::list);
    if (!path) return std::unexpected(path.error());
    const Place place = locate(*path);
    if (!place.backend || !refreshed.insert(place.backend).second) continue;
    const Outcome<void> outcome =
        suspend_on<void>(*place.backend, [&](Ticket<void> ticket) { place.backend->start_refresh(ticket); });
    if (!outcome) return std::unexpected(to_error(outcome.error(), Verb::list, path->text()));
  }
  return {};
}

std::size_t FileSystem::open_files(Tenure tenure) const {
  return tenure == Tenure::lasting ? lasting_ : open_.size() - lasting_;
}

std::uint64_t FileSystem::reserve(const std::string& path, Tenure tenure) {
  open_.emplace(++last_number_, Holding{path, tenure});
  if (tenure == Tenure::lasting) ++lasting_;
  peak_open_ = std::max(peak_open_, open_files(Tenure::brief));
  return last_number_;
}

void FileSystem::release(std::uint64_t number) {
  const auto held = open_.find(number);
  if (held == open_.end()) return;
  if (held->second.tenure == Tenure::lasting) --lasting_;
  open_.erase(held);
}

std::vector<std::string> FileSystem::open_paths() const {
  std::vector<std::string> paths;
  for (const Holding& held : open_ | std::views::values) paths.push_back(held.path);
  return paths;
}

void FileSystem::reset_peak() {
  peak_open_ = open_files(Tenure::brief);
  reads_.reset_peak();
}

void FileSystem::reset_statistics() {
  reset_peak();
  reads_.reset_count();
}

}  // namespace weft::vfs
