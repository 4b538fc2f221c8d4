#include "vfs/memory_backend.hpp"

#include <algorithm>
#include <utility>

#include "fiber/scheduler.hpp"
#include "vfs/browser.hpp"
#include "vfs/detail.hpp"

namespace weft::vfs {
namespace {

fiber::Outcome done(double value = 0) { return {.error = 0, .value = value}; }
fiber::Outcome closed() { return failure(std::errc::bad_file_descriptor); }

std::errc obstacle_at(const NameTree& names, std::string_view path) {
  return names.find(path) != nullptr ? std::errc::is_a_directory : std::errc::not_a_directory;
}

fiber::Outcome copy(std::span<const std::byte> content, std::uint64_t offset, std::span<std::byte> into) {
  const std::span<const std::byte> rest = content.subspan(std::min<std::uint64_t>(offset, content.size()));
  const std::span<const std::byte> part = rest.first(std::min(rest.size(), into.size()));
  std::ranges::copy(part, into.begin());
  return done(static_cast<double>(part.size()));
}

}  // namespace

template <class Work>
void MemoryBackend::later(fiber::Ticket ticket, Work work) {
  loop_.post([ticket, work = std::move(work)]() mutable {
    fiber::Scheduler& scheduler = fiber::Scheduler::get();
    if (scheduler.operations().is_pending(ticket)) scheduler.complete(ticket, work());
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

fiber::Outcome MemoryBackend::open_blocking(std::string_view path) {
  const NameTree::Node* node = names_.find(path);
  if (node == nullptr) return failure(std::errc::no_such_file_or_directory);
  if (node->stat.kind == Kind::directory) return failure(std::errc::is_a_directory);
  open_.emplace(++last_handle_, contents_.at(node->id));
  return done(last_handle_);
}

void MemoryBackend::start_open(std::string_view path, fiber::Ticket ticket) {
  later(ticket, [this, path = std::string(path)] { return open_blocking(path); });
}

std::uint64_t MemoryBackend::size(Handle handle) const { return open_.at(handle)->size(); }

fiber::Outcome MemoryBackend::read_blocking(Handle handle, std::uint64_t offset, std::span<std::byte> into) {
  const auto found = open_.find(handle);
  return found == open_.end() ? closed() : copy(*found->second, offset, into);
}

void MemoryBackend::start_read(Handle handle, std::uint64_t offset, std::span<std::byte> into,
                               fiber::Ticket ticket) {
  const auto found = open_.find(handle);
  if (found == open_.end()) return later(ticket, closed);
  later(ticket, [content = found->second, offset, into] { return copy(*content, offset, into); });
}

Loan MemoryBackend::lend(Handle handle) {
  const auto found = open_.find(handle);
  if (found == open_.end()) return {.outcome = closed()};
  const std::vector<std::byte>& bytes = *found->second;
  return {.outcome = done(weft_source_of_bytes(bytes.data(), bytes.size()))};
}

void MemoryBackend::start_create(std::string_view path, fiber::Ticket ticket) {
  later(ticket, [this, path = std::string(path)] {
    if (!names_.can_put(path)) return failure(obstacle_at(names_, path));
    drafts_.emplace(++last_handle_, Draft{.path = path, .bytes = {}});
    return done(last_handle_);
  });
}

void MemoryBackend::start_write(Handle handle, std::span<const std::byte> bytes, fiber::Ticket ticket) {
  later(ticket, [this, handle, bytes] {
    const auto found = drafts_.find(handle);
    if (found == drafts_.end()) return closed();
    found->second.bytes.append_range(bytes);
    return done();
  });
}

void MemoryBackend::start_commit(Handle handle, fiber::Ticket ticket) {
  later(ticket, [this, handle] {
    auto node = drafts_.extract(handle);
    if (node.empty()) return closed();
    Draft& draft = node.mapped();
    auto content = std::make_shared<const std::vector<std::byte>>(std::move(draft.bytes));
    return put(draft.path, std::move(content)) ? done() : failure(obstacle_at(names_, draft.path));
  });
}

void MemoryBackend::start_discard(Handle handle, fiber::Ticket ticket) {
  drafts_.erase(handle);
  later(ticket, [] { return done(); });
}

fiber::Outcome MemoryBackend::write_blocking(std::string_view path, std::span<const std::byte> bytes) {
  return put(path, bytes) ? done() : failure(obstacle_at(names_, path));
}

void MemoryBackend::start_remove(std::string_view path, fiber::Ticket ticket) {
  later(ticket, [this, path = std::string(path)] { return remove(path); });
}

fiber::Outcome MemoryBackend::remove(std::string_view path) {
  const NameTree::Node* node = names_.find(path);
  if (node == nullptr) return failure(std::errc::no_such_file_or_directory);
  contents_.erase(node->id);
  return names_.remove(path) ? done() : failure(std::errc::is_a_directory, "the folder is not empty");
}

}  // namespace weft::vfs
