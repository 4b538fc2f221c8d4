#include "vfs/http_backend.hpp"

#include <string>
#include <utility>

#include "fiber/scheduler.hpp"
#include "vfs/browser.hpp"
#include "vfs/detail.hpp"

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

void HttpBackend::start_open(std::string_view path, fiber::Ticket ticket) {
  const auto url = url_of(path);
  if (!url) return fiber::Scheduler::get().complete(ticket, failure(url.error()));
  weft_http_open(ticket.to_number(), *url);
}

fiber::Outcome HttpBackend::open_blocking(std::string_view path) {
  const auto url = url_of(path);
  if (!url) return failure(url.error());
  fiber::Outcome outcome;
  weft_http_open_blocking(*url, &outcome);
  return outcome;
}

std::uint64_t HttpBackend::size(Handle handle) const {
  return static_cast<std::uint64_t>(weft_http_size(handle));
}

void HttpBackend::start_read(Handle handle, std::uint64_t offset, std::span<std::byte> into,
                             fiber::Ticket ticket) {
  weft_http_read(ticket.to_number(), handle, static_cast<double>(offset), into.data(), into.size());
}

fiber::Outcome HttpBackend::read_blocking(Handle handle, std::uint64_t offset, std::span<std::byte> into) {
  fiber::Outcome outcome;
  weft_http_read_blocking(handle, static_cast<double>(offset), into.data(), into.size(), &outcome);
  return outcome;
}

Loan HttpBackend::lend(Handle handle) {
  return {.outcome = {.error = 0, .value = static_cast<double>(weft_source_of_resource(handle))}};
}

void HttpBackend::close(Handle handle) { weft_http_close(handle); }

void HttpBackend::abort(fiber::Ticket ticket) { weft_http_abort(ticket.to_number()); }

}  // namespace weft::vfs
