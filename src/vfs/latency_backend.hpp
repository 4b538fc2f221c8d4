#pragma once

#include <memory>
#include <string_view>

#include "vfs/backend.hpp"

namespace weft::vfs {

/// Another backend, with reads that take at least `latency_ms` longer, as if it were far away. Reads that are
/// in flight together wait together; a read that blocks the thread blocks it for longer.
class LatencyBackend final : public Backend {
 public:
  explicit LatencyBackend(std::shared_ptr<Backend> inner, double latency_ms = 0)
      : inner_(std::move(inner)), latency_ms_(latency_ms) {}

  double latency_ms() const { return latency_ms_; }
  /// Holds for the reads that are started from now on. Not negative.
  void set_latency_ms(double latency_ms) { latency_ms_ = latency_ms; }

  std::optional<Stat> stat(std::string_view path) const override { return inner_->stat(path); }
  std::vector<Entry> list(std::string_view directory) const override { return inner_->list(directory); }
  void start_open(std::string_view path, Ticket<Handle> ticket) override { inner_->start_open(path, ticket); }
  Outcome<Handle> open_blocking(std::string_view path) override { return inner_->open_blocking(path); }
  std::uint64_t size(Handle handle) const override { return inner_->size(handle); }
  void start_read(Handle handle, std::uint64_t offset, std::span<std::byte> into,
                  Ticket<std::size_t> ticket) override;
  Outcome<std::size_t> read_blocking(Handle handle, std::uint64_t offset, std::span<std::byte> into) override;
  Loan lend(Handle handle) override;
  void close(Handle handle) override { inner_->close(handle); }
  void start_create(std::string_view path, Ticket<Handle> ticket) override {
    inner_->start_create(path, ticket);
  }
  void start_write(Handle handle, std::span<const std::byte> bytes, Ticket<void> ticket) override {
    inner_->start_write(handle, bytes, ticket);
  }
  void start_commit(Handle handle, Ticket<void> ticket) override { inner_->start_commit(handle, ticket); }
  void start_discard(Handle handle, Ticket<void> ticket) override { inner_->start_discard(handle, ticket); }
  Outcome<void> write_blocking(std::string_view path, std::span<const std::byte> bytes) override {
    return inner_->write_blocking(path, bytes);
  }
  void start_remove(std::string_view path, Ticket<void> ticket) override {
    inner_->start_remove(path, ticket);
  }
  void start_refresh(Ticket<void> ticket) override { inner_->start_refresh(ticket); }
  void abort(fiber::Ticket ticket) override { inner_->abort(ticket); }

 private:
  std::shared_ptr<Backend> inner_;
  double latency_ms_;
};

}  // namespace weft::vfs
