#include "vfs/http_backend.hpp"

#include <string>
#include <utility>

#include "vfs/detail.hpp"

// web/vfs/http.lib.js
extern "C" {
/// Completes with the number of a resource.
void weft_http_open(double ticket, const char* url);
void weft_http_open_blocking(const char* url, weft::fiber::Outcome* outcome);
double weft_http_size(weft::vfs::Handle resource);
/// The size of what was opened under that URL last; -1 if it never was.
double weft_http_known_size(const char* url);
void weft_http_read(double ticket, weft::vfs::Handle resource, double offset, std::byte* into,
                    std::size_t size);
void weft_http_read_blocking(weft::vfs::Handle resource, double offset, std::byte* into, std::size_t size,
                             weft::fiber::Outcome* outcome);
void weft_http_close(weft::vfs::Handle resource);
/// Stops what the browser still does for an abandoned ticket, if it can be stopped.
void weft_http_abort(double ticket);
/// As it can be posted to a worker.
weft::vfs::SourceId weft_http_lend(weft::vfs::Handle resource);
}

namespace weft::vfs {
namespace {

/// "example.org/a/b.txt" for "https://example.org/a/b.txt?c#d"; empty if it is not a web address.
std::string path_of(std::string_view url) {
  for (const std::string_view scheme : {"https://", "http://"}) {
    if (!url.starts_with(scheme)) continue;
    url.remove_prefix(scheme.size());
    std::string path(url.substr(0, url.find_first_of("?#")));
    if (path.empty() || path.starts_with('/')) return {};
    const bool is_directory = path.ends_with('/') || !path.contains('/');
    return is_directory ? path + "/index" : path;
  }
  return {};
}

}  // namespace

std::string HttpBackend::add(std::string_view url) {
  const auto known = paths_.find(std::string(url));
  if (known != paths_.end()) return known->second;
  const std::string wanted = path_of(url);
  if (wanted.empty()) return {};
  urls_.emplace(++last_url_, url);
  const std::string path =
      names_.put_distinct(wanted, {.kind = Kind::file, .is_size_known = false}, last_url_);
  paths_.emplace(url, path);
  return path;
}

void HttpBackend::clear() {
  names_.clear();
  urls_.clear();
  paths_.clear();
}

void HttpBackend::learn_size(Stat& stat, std::uint32_t url) const {
  const double size = weft_http_known_size(urls_.at(url).c_str());
  if (size < 0) return;
  stat.size = static_cast<std::uint64_t>(size);
  stat.is_size_known = true;
}

std::optional<Stat> HttpBackend::stat(std::string_view path) const {
  const NameTree::Node* node = names_.find(path);
  if (node == nullptr) return std::nullopt;
  Stat stat = node->stat;
  if (stat.kind == Kind::file) learn_size(stat, node->id);
  return stat;
}

std::vector<Entry> HttpBackend::list(std::string_view directory) const {
  std::vector<Entry> entries = names_.list(directory);
  for (Entry& entry : entries) {
    const std::string prefix = directory.empty() ? std::string() : std::string(directory) + "/";
    const NameTree::Node* node = names_.find(prefix + entry.name);
    if (node->stat.kind == Kind::file) learn_size(entry.stat, node->id);
  }
  return entries;
}

std::expected<const char*, std::errc> HttpBackend::url_of(std::string_view path) const {
  const NameTree::Node* node = names_.find(path);
  if (node == nullptr) return std::unexpected(std::errc::no_such_file_or_directory);
  if (node->stat.kind == Kind::directory) return std::unexpected(std::errc::is_a_directory);
  return urls_.at(node->id).c_str();
}

void HttpBackend::start_open(std::string_view path, Ticket<Handle> ticket) {
  const auto url = url_of(path);
  if (!url) return complete(ticket, failure(url.error()));
  weft_http_open(ticket.to_number(), *url);
}

Outcome<Handle> HttpBackend::open_blocking(std::string_view path) {
  const auto url = url_of(path);
  if (!url) return failure(url.error());
  fiber::Outcome outcome;
  weft_http_open_blocking(*url, &outcome);
  return from_numbers<Handle>(outcome);
}

std::uint64_t HttpBackend::size(Handle handle) const {
  return static_cast<std::uint64_t>(weft_http_size(handle));
}

void HttpBackend::start_read(Handle handle, std::uint64_t offset, std::span<std::byte> into,
                             Ticket<std::size_t> ticket) {
  weft_http_read(ticket.to_number(), handle, static_cast<double>(offset), into.data(), into.size());
}

Outcome<std::size_t> HttpBackend::read_blocking(Handle handle, std::uint64_t offset,
                                                std::span<std::byte> into) {
  fiber::Outcome outcome;
  weft_http_read_blocking(handle, static_cast<double>(offset), into.data(), into.size(), &outcome);
  return from_numbers<std::size_t>(outcome);
}

Loan HttpBackend::lend(Handle handle) { return {.source = weft_http_lend(handle)}; }

void HttpBackend::close(Handle handle) { weft_http_close(handle); }

void HttpBackend::abort(fiber::Ticket ticket) { weft_http_abort(ticket.to_number()); }

}  // namespace weft::vfs
