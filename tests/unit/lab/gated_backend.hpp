#pragma once

#include <cerrno>
#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "vfs/detail.hpp"
#include "vfs/memory_backend.hpp"

namespace weft::test {

/// Files in memory whose opens a test can hold back, one by one, and whose operations it can count.
class GatedBackend final : public vfs::Backend {
 public:
  /// From now on opens that suspend wait for `release` or `release_all`.
  void hold() { is_holding_ = true; }

  /// Lets the open of `path` go on. False if none is held.
  bool release(std::string_view path) {
    for (auto held = held_.begin(); held != held_.end(); ++held) {
      if (held->first != path) continue;
      inner_.start_open(held->first, held->second);
      held_.erase(held);
      return true;
    }
    return false;
  }

  void release_all() {
    is_holding_ = false;
    while (!held_.empty()) release(std::string(held_.front().first));
  }

  /// The paths whose opens are held, in the order they came.
  std::string held() const {
    std::string paths;
    for (const auto& [path, ticket] : held_) paths += path;
    return paths;
  }

  void put(std::string_view path, std::string_view text) {
    inner_.put(path, std::as_bytes(std::span(text.data(), text.size())));
  }

  /// Called at the beginning of every open, read and write, with its number from 1.
  std::function<void(int)> on_operation;
  int operations = 0;
  /// A file that is listed, but that somebody else has removed since.
  std::string gone;
  /// How often it was asked to bring itself up to date.
  int refreshes = 0;
  /// Every write fails with this error number; 0 for none.
  int write_error = 0;
  /// The same for reads that suspend.
  int read_error = 0;
  /// False for files that no worker can reach.
  bool is_lending = true;

  std::optional<vfs::Stat> stat(std::string_view path) const override { return inner_.stat(path); }
  std::vector<vfs::Entry> list(std::string_view directory) const override { return inner_.list(directory); }

  void start_open(std::string_view path, vfs::Ticket<vfs::Handle> ticket) override {
    count();
    if (is_holding_) {
      held_.emplace_back(path, ticket);
    } else {
      inner_.start_open(path, ticket);
    }
  }
  vfs::Outcome<vfs::Handle> open_blocking(std::string_view path) override {
    count();
    return inner_.open_blocking(path);
  }
  std::uint64_t size(vfs::Handle handle) const override { return inner_.size(handle); }
  void start_read(vfs::Handle handle, std::uint64_t offset, std::span<std::byte> into,
                  vfs::Ticket<std::size_t> ticket) override {
    count();
    if (read_error != 0) {
      vfs::complete(ticket, vfs::failure(std::errc{read_error}));
    } else {
      inner_.start_read(handle, offset, into, ticket);
    }
  }
  vfs::Outcome<std::size_t> read_blocking(vfs::Handle handle, std::uint64_t offset,
                                          std::span<std::byte> into) override {
    count();
    return inner_.read_blocking(handle, offset, into);
  }
  vfs::Loan lend(vfs::Handle handle) override {
    return is_lending ? inner_.lend(handle) : vfs::Backend::lend(handle);
  }
  void close(vfs::Handle handle) override { inner_.close(handle); }
  void start_create(std::string_view path, vfs::Ticket<vfs::Handle> ticket) override {
    count();
    inner_.start_create(path, ticket);
  }
  void start_write(vfs::Handle handle, std::span<const std::byte> bytes, vfs::Ticket<void> ticket) override {
    count();
    if (write_error != 0) {
      vfs::complete(ticket, vfs::failure(std::errc{write_error}));
    } else {
      inner_.start_write(handle, bytes, ticket);
    }
  }
  void start_commit(vfs::Handle handle, vfs::Ticket<void> ticket) override {
    inner_.start_commit(handle, ticket);
  }
  void start_discard(vfs::Handle handle, vfs::Ticket<void> ticket) override {
    inner_.start_discard(handle, ticket);
  }
  void start_remove(std::string_view path, vfs::Ticket<void> ticket) override {
    if (path == gone) return vfs::complete(ticket, vfs::failure(std::errc::no_such_file_or_directory));
    inner_.start_remove(path, ticket);
  }
  void start_refresh(vfs::Ticket<void> ticket) override {
    ++refreshes;
    inner_.start_refresh(ticket);
  }

 private:
  void count() {
    ++operations;
    if (on_operation) on_operation(operations);
  }

  vfs::MemoryBackend inner_;
  bool is_holding_ = false;
  std::deque<std::pair<std::string, vfs::Ticket<vfs::Handle>>> held_;
};

}  // namespace weft::test
