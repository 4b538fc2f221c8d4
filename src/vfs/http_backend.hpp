#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <system_error>
#include <unordered_map>

#include "vfs/backend.hpp"
#include "vfs/name_tree.hpp"

namespace weft::vfs {

/// Files on web servers, read only: by ranges where the server offers them, otherwise fetched whole, once per
/// open.
///
/// The size of a file is known once it was opened. ENOENT for status 404 and 410, EACCES for 401 and 403, EIO
/// for every other failure: no connection, or a server that does not allow other origins to read.
class HttpBackend final : public Backend {
 public:
  /// Gives `url` a path, relative to the mount: "example.org/a/b.txt". The same URL gets the same path again.
  /// Empty for what is not an absolute http or https URL.
  std::string add(std::string_view url);
  void clear();

  std::optional<Stat> stat(std::string_view path) const override;
  std::vector<Entry> list(std::string_view directory) const override;
  void start_open(std::string_view path, Ticket<Handle> ticket) override;
  Outcome<Handle> open_blocking(std::string_view path) override;
  std::uint64_t size(Handle handle) const override;
  void start_read(Handle handle, std::uint64_t offset, std::span<std::byte> into,
                  Ticket<std::size_t> ticket) override;
  Outcome<std::size_t> read_blocking(Handle handle, std::uint64_t offset, std::span<std::byte> into) override;
  Loan lend(Handle handle) override;
  void close(Handle handle) override;
  void abort(fiber::Ticket ticket) override;

 private:
  std::expected<const char*, std::errc> url_of(std::string_view path) const;
  void learn_size(Stat& stat, std::uint32_t url) const;

  NameTree names_;
  std::unordered_map<std::uint32_t, std::string> urls_;
  std::unordered_map<std::string, std::string> paths_;
  std::uint32_t last_url_ = 0;
};

}  // namespace weft::vfs
