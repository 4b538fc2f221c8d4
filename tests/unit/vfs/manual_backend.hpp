#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "vfs/backend.hpp"
#include "vfs/detail.hpp"

namespace weft::test {

/// One file, "file", whose reads and writes a test completes by hand.
class ManualBackend : public vfs::Backend {
 public:
  explicit ManualBackend(std::string text) : text_(std::move(text)) {}

  std::optional<vfs::Stat> stat(std::string_view path) const override {
    if (path == "file") return vfs::Stat{.size = text_.size()};
    return path.empty() ? std::optional(vfs::Stat{.kind = vfs::Kind::directory}) : std::nullopt;
  }
  std::vector<vfs::Entry> list(std::string_view) const override { return {}; }
  void start_open(std::string_view, vfs::Ticket<vfs::Handle> ticket) override {
    complete(ticket, vfs::Handle{1});
  }
  vfs::Outcome<vfs::Handle> open_blocking(std::string_view) override {
    return vfs::failure(std::errc::not_supported);
  }
  std::uint64_t size(vfs::Handle) const override { return text_.size(); }
  void start_read(vfs::Handle, std::uint64_t offset, std::span<std::byte> into,
                  vfs::Ticket<std::size_t> ticket) override {
    reads_.push_back({offset, into, ticket});
  }
  vfs::Outcome<std::size_t> read_blocking(vfs::Handle, std::uint64_t, std::span<std::byte>) override {
    return vfs::failure(std::errc::not_supported);
  }
  void close(vfs::Handle) override { log_ += "close "; }

  void start_create(std::string_view, vfs::Ticket<vfs::Handle> ticket) override {
    step("create", ticket, vfs::Handle{1});
  }
  void start_write(vfs::Handle, std::span<const std::byte>, vfs::Ticket<void> ticket) override {
    step("write", ticket, {});
  }
  void start_commit(vfs::Handle, vfs::Ticket<void> ticket) override { step("commit", ticket, {}); }
  void start_discard(vfs::Handle, vfs::Ticket<void> ticket) override { step("discard", ticket, {}); }

  void abort(fiber::Ticket ticket) override { aborted_.push_back(ticket); }

  std::size_t reads() const { return reads_.size(); }
  fiber::Ticket ticket_of_read(std::size_t index) const { return reads_.at(index).ticket; }
  /// What was given up, in order.
  const std::vector<fiber::Ticket>& aborted() const { return aborted_; }

  /// Delivers `count` bytes at most to the read that was started as number `index`.
  void deliver(std::size_t index, std::size_t count = std::string::npos) {
    const Read& read = reads_.at(index);
    const std::string part = text_.substr(read.offset, std::min(count, read.into.size()));
    std::ranges::copy(std::as_bytes(std::span(part)), read.into.begin());
    complete(read.ticket, part.size());
  }
  void fail(std::size_t index, std::errc code) { complete(reads_.at(index).ticket, vfs::failure(code)); }

  /// From now on that step of writing fails.
  void fail_step(std::string name, std::errc code) { failing_[std::move(name)] = code; }
  /// From now on that step of writing waits for `finish_held`.
  void hold_step(std::string name) { holding_ = std::move(name); }
  void finish_held() { complete(*held_, {}); }
  bool is_holding() const { return held_.has_value(); }
  /// What was asked of it, in order: "create write commit ".
  const std::string& log() const { return log_; }

 private:
  struct Read {
    std::uint64_t offset;
    std::span<std::byte> into;
    vfs::Ticket<std::size_t> ticket;
  };

  template <class T>
  void step(const std::string& name, vfs::Ticket<T> ticket,
            const std::type_identity_t<vfs::Outcome<T>>& outcome) {
    log_ += name + " ";
    if (name == holding_) {
      held_ = vfs::Ticket<void>{ticket};
      return;
    }
    const auto failing = failing_.find(name);
    if (failing != failing_.end()) return complete(ticket, vfs::failure(failing->second));
    complete(ticket, outcome);
  }

  std::string text_;
  std::vector<Read> reads_;
  std::map<std::string, std::errc> failing_;
  std::string holding_;
  std::optional<vfs::Ticket<void>> held_;
  std::string log_;
  std::vector<fiber::Ticket> aborted_;
};

}  // namespace weft::test
