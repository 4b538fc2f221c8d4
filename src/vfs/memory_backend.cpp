#include "vfs/memory_backend.hpp"

#include <algorithm>
#include <utility>

#include "vfs/browser.hpp"
#include "vfs/detail.hpp"

namespace weft::vfs {
namespace {

std::unexpected<Failure> closed() { return failure(std::errc::bad_file_descriptor); }

std::errc obstacle_at(const NameTree& names, std::string_view path) {
  return names.find(path) != nullptr ? std::errc::is_a_directory : std::errc::not_a_directory;
}

std::size_t copy(std::span<const std::byte> content, std::uint64_t offset, std::span<std::byte> into) {
  const std::span<const std::byte> rest = content.subspan(std::min<std::uint64_t>(offset, content.size()));
  const std::span<const std::byte> part = rest.first(std::min(rest.size(), into.size()));
  std::ranges::copy(part, into.begin());
  return part.size();
}

}  // namespace

template <class T, class Work>
void MemoryBackend::later(Ticket<T> ticket, Work work) {
  loop_.post([ticket, work = std::move(work)]() mutable {
    if (fiber::Scheduler::get().operations().is_pending(ticket)) complete(ticket, work());
  });
}

bool MemoryBackend::put(std::string_view path, std::span<const std::byte> bytes) {
  return put(path, std::make_shared<const std::vector<std::byte>>(bytes.begin(), bytes.end()));
}

bool MemoryBackend::put(std::string_view path, Content content) {
  NameTree::Node* node = names_.put(path);
  if (node == nullptr) return false;
  if (node->id == 0) node->id = ++last_content_;
  node->stat.size = content->size();
  contents_[node->id] = std::move(content);
  return true;
}

Outcome<Handle> MemoryBackend::open_blocking(std::string_view path) {
  const NameTree::Node* node = names_.find(path);
  if (node == nullptr) return failure(std::errc::no_such_file_or_directory);
  if (node->stat.kind == Kind::directory) return failure(std::errc::is_a_directory);
  const Handle handle{++last_handle_};
  open_.emplace(handle, contents_.at(node->id));
  return handle;
}

void MemoryBackend::start_open(std::string_view path, Ticket<Handle> ticket) {
  later(ticket, [this, path = std::string(path)] { return open_blocking(path); });
}

std::uint64_t MemoryBackend::size(Handle handle) const { return open_.at(handle)->size(); }

Outcome<std::size_t> MemoryBackend::read_blocking(Handle handle, std::uint64_t offset,
                                                  std::span<std::byte> into) {
  const auto found = open_.find(handle);
  if (found == open_.end()) return closed();
  return copy(*found->second, offset, into);
}

void MemoryBackend::start_read(Handle handle, std::uint64_t offset, std::span<std::byte> into,
                               Ticket<std::size_t> ticket) {
  const auto found = open_.find(handle);
  if (found == open_.end()) return later(ticket, closed);
  later(ticket, [content = found->second, offset, into] { return copy(*content, offset, into); });
}

Loan MemoryBackend::lend(Handle handle) {
  const auto found = open_.find(handle);
  if (found == open_.end()) return {.source = closed()};
  const std::vector<std::byte>& bytes = *found->second;
  return {.source = weft_source_of_bytes(bytes.data(), bytes.size())};
}

void MemoryBackend::start_create(std::string_view path, Ticket<Handle> ticket) {
  later(ticket, [this, path = std::string(path)]() -> Outcome<Handle> {
    if (!names_.can_put(path)) return failure(obstacle_at(names_, path));
    const Handle handle{++last_handle_};
    drafts_.emplace(handle, Draft{.path = path, .bytes = {}});
    return handle;
  });
}

void MemoryBackend::start_write(Handle handle, std::span<const std::byte> bytes, Ticket<void> ticket) {
  later(ticket, [this, handle, bytes]() -> Outcome<void> {
    const auto found = drafts_.find(handle);
    if (found == drafts_.end()) return closed();
    found->second.bytes.append_range(bytes);
    return {};
  });
}

void MemoryBackend::start_commit(Handle handle, Ticket<void> ticket) {
  later(ticket, [this, handle]() -> Outcome<void> {
    auto node = drafts_.extract(handle);
    if (node.empty()) return closed();
    Draft& draft = node.mapped();
    auto content = std::make_shared<const std::vector<std::byte>>(std::move(draft.bytes));
    if (!put(draft.path, std::move(content))) return failure(obstacle_at(names_, draft.path));
    return {};
  });
}

void MemoryBackend::start_discard(Handle handle, Ticket<void> ticket) {
  drafts_.erase(handle);
  later(ticket, [] { return Outcome<void>(); });
}

Outcome<void> MemoryBackend::write_blocking(std::string_view path, std::span<const std::byte> bytes) {
  if (!put(path, bytes)) return failure(obstacle_at(names_, path));
  return {};
}

void MemoryBackend::start_remove(std::string_view path, Ticket<void> ticket) {
  later(ticket, [this, path = std::string(path)] { return remove(path); });
}

Outcome<void> MemoryBackend::remove(std::string_view path) {
  const NameTree::Node* node = names_.find(path);
  if (node == nullptr) return failure(std::errc::no_such_file_or_directory);
  contents_.erase(node->id);
  if (!names_.remove(path)) return failure(std::errc::is_a_directory, "the folder is not empty");
  return {};
}

}  // namespace weft::vfs
