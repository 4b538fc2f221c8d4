#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "vfs/backend.hpp"
#include "vfs/event_loop.hpp"
#include "vfs/name_tree.hpp"

namespace weft::vfs {

/// Files in the module's own memory. What is started completes on a later turn of the event loop, as in a
/// real backend.
class MemoryBackend final : public Backend {
 public:
  /// Puts a file there at once; an open one keeps its old content. False if the path is a directory's.
  bool put(std::string_view path, std::span<const std::byte> bytes);

  std::optional<Stat> stat(std::string_view path) const override { return names_.stat(path); }
  std::vector<Entry> list(std::string_view directory) const override { return names_.list(directory); }
  void start_open(std::string_view path, Ticket<Handle> ticket) override;
  Outcome<Handle> open_blocking(std::string_view path) override;
  std::uint64_t size(Handle handle) const override;
  void start_read(Handle handle, std::uint64_t offset, std::span<std::byte> into,
                  Ticket<std::size_t> ticket) override;
  Outcome<std::size_t> read_blocking(Handle handle, std::uint64_t offset, std::span<std::byte> into) override;
  Loan lend(Handle handle) override;
  void close(Handle handle) override { open_.erase(handle); }
  void start_create(std::string_view path, Ticket<Handle> ticket) override;
  void start_write(Handle handle, std::span<const std::byte> bytes, Ticket<void> ticket) override;
  void start_commit(Handle handle, Ticket<void> ticket) override;
  void start_discard(Handle handle, Ticket<void> ticket) override;
  Outcome<void> write_blocking(std::string_view path, std::span<const std::byte> bytes) override;
  void start_remove(std::string_view path, Ticket<void> ticket) override;

 private:
  using Content = std::shared_ptr<const std::vector<std::byte>>;
  struct Draft {
    std::string path;
    std::vector<std::byte> bytes;
  };

  /// Completes the ticket with what `work()` returns, on a later turn, unless it is stale by then.
  template <class T, class Work>
  void later(Ticket<T> ticket, Work work);
  bool put(std::string_view path, Content content);
  Outcome<void> remove(std::string_view path);

  NameTree names_;
  std::unordered_map<std::uint32_t, Content> contents_;
  std::unordered_map<Handle, Content> open_;
  std::unordered_map<Handle, Draft> drafts_;
  std::uint32_t last_handle_ = 0;
  std::uint32_t last_content_ = 0;
  EventLoop loop_;
};

}  // namespace weft::vfs
