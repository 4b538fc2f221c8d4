#include "vfs/drop_backend.hpp"

#include "vfs/browser.hpp"
#include "vfs/detail.hpp"

namespace weft::vfs {

DropBackend::~DropBackend() { clear(); }

std::string DropBackend::add(std::string_view relative_path, std::uint64_t size, BlobId blob) {
  return names_.put_distinct(relative_path, {.kind = Kind::file, .size = size}, blob);
}

bool DropBackend::forget(std::string_view path) {
  const NameTree::Node* node = names_.find(path);
  if (node == nullptr || node->stat.kind != Kind::file) return false;
  weft_blob_release(node->id);
  return names_.remove(path);
}

void DropBackend::clear() {
  names_.for_each_file([](const NameTree::Node& file) { weft_blob_release(file.id); });
  names_.clear();
}

Outcome<Handle> DropBackend::open_blocking(std::string_view path) {
  const NameTree::Node* node = names_.find(path);
  if (node == nullptr) return failure(std::errc::no_such_file_or_directory);
  if (node->stat.kind == Kind::directory) return failure(std::errc::is_a_directory);
  return open(node->id, node->stat.size);
}

void DropBackend::start_open(std::string_view path, Ticket<Handle> ticket) {
  complete(ticket, open_blocking(path));
}

void DropBackend::start_refresh(Ticket<void> ticket) { weft_blob_look_anew(ticket.to_number()); }

}  // namespace weft::vfs
