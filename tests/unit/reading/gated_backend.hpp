#pragma once

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "fiber/scheduler.hpp"
#include "oracles/texts.hpp"
#include "vfs/backend.hpp"
#include "vfs/detail.hpp"

namespace weft::test {

/// One file "gated", whose reads come in when the test says so.
class GatedBackend final : public vfs::Backend {
 public:
  explicit GatedBackend(std::string text) : text_(std::move(text)) {}

  /// Brings in the oldest read. There must be one.
  void release() {
    const Read read = take();
    const std::span<const std::byte> part = bytes_of(text_).subspan(read.offset, read.into.size());
    std::ranges::copy(part, read.into.begin());
    fiber::Scheduler::get().complete(read.ticket, {.error = 0, .value = static_cast<double>(part.size())});
  }

  void fail() {
    fiber::Scheduler::get().complete(take().ticket, vfs::failure(std::errc::io_error, "the gate fell"));
  }

  /// Reads that wait at the gate, abandoned ones left out.
  std::size_t waiting() const {
    return static_cast<std::size_t>(std::ranges::count_if(reads_, [](const Read& read) {
      return fiber::Scheduler::get().operations().is_pending(read.ticket);
    }));
  }

  std::optional<vfs::Stat> stat(std::string_view path) const override {
    if (path != "gated") return std::nullopt;
    return vfs::Stat{.kind = vfs::Kind::file, .size = text_.size()};
  }
  std::vector<vfs::Entry> list(std::string_view) const override { return {}; }
  void start_open(std::string_view path, fiber::Ticket ticket) override {
    fiber::Scheduler::get().complete(ticket, open_blocking(path));
  }
  fiber::Outcome open_blocking(std::string_view) override { return {.error = 0, .value = 1}; }
  std::uint64_t size(vfs::Handle) const override { return text_.size(); }
  void start_read(vfs::Handle, std::uint64_t offset, std::span<std::byte> into,
                  fiber::Ticket ticket) override {
    reads_.push_back({.offset = static_cast<std::size_t>(offset), .into = into, .ticket = ticket});
  }
  fiber::Outcome read_blocking(vfs::Handle, std::uint64_t, std::span<std::byte>) override {
    return vfs::failure(std::errc::not_supported);
  }
  void close(vfs::Handle) override {}

 private:
  struct Read {
    std::size_t offset;
    std::span<std::byte> into;
    fiber::Ticket ticket;
  };

  Read take() {
    const Read read = reads_.front();
    reads_.erase(reads_.begin());
    return read;
  }

  std::string text_;
  std::vector<Read> reads_;
};

}  // namespace weft::test
