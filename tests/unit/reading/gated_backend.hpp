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
    vfs::complete(read.ticket, part.size());
  }

  void fail() { vfs::complete(take().ticket, vfs::failure(std::errc::io_error, "the gate fell")); }

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
  void start_open(std::string_view path, vfs::Ticket<vfs::Handle> ticket) override {
    vfs::complete(ticket, open_blocking(path));
  }
  vfs::Outcome<vfs::Handle> open_blocking(std::string_view) override { return vfs::Handle{1}; }
  std::uint64_t size(vfs::Handle) const override { return text_.size(); }
  void start_read(vfs::Handle, std::uint64_t offset, std::span<std::byte> into,
                  vfs::Ticket<std::size_t> ticket) override {
    reads_.push_back({.offset = static_cast<std::size_t>(offset), .into = into, .ticket = ticket});
  }
  vfs::Outcome<std::size_t> read_blocking(vfs::Handle, std::uint64_t, std::span<std::byte>) override {
    return vfs::failure(std::errc::not_supported);
  }
  void close(vfs::Handle) override {}

 private:
  struct Read {
    std::size_t offset;
    std::span<std::byte> into;
    vfs::Ticket<std::size_t> ticket;
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
