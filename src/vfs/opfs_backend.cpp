#include "vfs/opfs_backend.hpp"

#include <emscripten/emscripten.h>

#include "vfs/browser.hpp"
#include "vfs/detail.hpp"
#include "vfs/start.hpp"

// web/vfs/opfs.lib.js. `backend` is handed back in the calls at the end of this file, while the ticket is
// pending.
extern "C" {
/// Completes with the number of the directory.
void weft_opfs_mount(double ticket, const char* directory);
/// Tells the backend everything below the directory, in place of what it knew.
void weft_opfs_list(double ticket, weft::vfs::Directory root, void* backend);
void weft_opfs_unmount(weft::vfs::Directory root);
void weft_opfs_open(double ticket, weft::vfs::Directory root, const char* path, void* backend);
/// Completes with the number of a writer.
void weft_opfs_create(double ticket, weft::vfs::Directory root, const char* path);
void weft_opfs_write(double ticket, weft::vfs::Handle writer, const std::byte* bytes, std::size_t size);
void weft_opfs_commit(double ticket, weft::vfs::Handle writer, void* backend);
void weft_opfs_discard(double ticket, weft::vfs::Handle writer);
void weft_opfs_remove(double ticket, weft::vfs::Directory root, const char* path, void* backend);
}

namespace weft::vfs {
namespace {

void release(BlobId blob) {
  if (blob != 0) weft_blob_release(blob);
}

}  // namespace

Result<std::shared_ptr<OpfsBackend>> OpfsBackend::mount(std::string_view directory) {
  const std::string name(directory);
  std::shared_ptr<OpfsBackend> backend(new OpfsBackend());
  const Outcome<Directory> found = suspend_on<Directory>(
      *backend, [&](Ticket<Directory> ticket) { weft_opfs_mount(ticket.to_number(), name.c_str()); });
  if (!found) return std::unexpected(to_error(found.error(), Verb::mount, name));
  backend->root_ = *found;
  const Outcome<void> listed =
      suspend_on<void>(*backend, [&](Ticket<void> ticket) { backend->start_refresh(ticket); });
  if (!listed) return std::unexpected(to_error(listed.error(), Verb::mount, name));
  return backend;
}

OpfsBackend::~OpfsBackend() {
  names_.for_each_file([](const NameTree::Node& file) { release(file.id); });
  weft_opfs_unmount(root_);
}

void OpfsBackend::saw_file(std::string_view path, std::uint64_t size, BlobId blob) {
  NameTree::Node* node = names_.put(path);
  if (node == nullptr) return release(blob);
  release(node->id);
  node->id = blob;
  node->stat.size = size;
}

void OpfsBackend::saw_directory(std::string_view path) { names_.put(path, Kind::directory); }

void OpfsBackend::lost(std::string_view path) {
  const NameTree::Node* node = names_.find(path);
  if (node == nullptr) return;
  release(node->id);
  names_.remove(path);
}

void OpfsBackend::forget(BlobId last_before) {
  names_.remove_files([last_before](const NameTree::Node& file) {
    if (file.id > last_before) return false;
    release(file.id);
    return true;
  });
}

void OpfsBackend::start_open(std::string_view path, Ticket<Handle> ticket) {
  weft_opfs_open(ticket.to_number(), root_, std::string(path).c_str(), this);
}

Outcome<Handle> OpfsBackend::open_blocking(std::string_view path) {
  const NameTree::Node* node = names_.find(path);
  if (node == nullptr) return failure(std::errc::no_such_file_or_directory);
  if (node->stat.kind == Kind::directory) return failure(std::errc::is_a_directory);
  if (node->id == 0) return failure(std::errc::io_error, "the browser could not read it");
  return open(node->id, node->stat.size);
}

void OpfsBackend::start_create(std::string_view path, Ticket<Handle> ticket) {
  weft_opfs_create(ticket.to_number(), root_, std::string(path).c_str());
}

void OpfsBackend::start_write(Handle handle, std::span<const std::byte> bytes, Ticket<void> ticket) {
  weft_opfs_write(ticket.to_number(), handle, bytes.data(), bytes.size());
}

void OpfsBackend::start_commit(Handle handle, Ticket<void> ticket) {
  weft_opfs_commit(ticket.to_number(), handle, this);
}

void OpfsBackend::start_discard(Handle handle, Ticket<void> ticket) {
  weft_opfs_discard(ticket.to_number(), handle);
}

Outcome<void> OpfsBackend::write_blocking(std::string_view, std::span<const std::byte>) {
  return failure(std::errc::not_supported,
                 "the browser's storage cannot be written while its thread is blocked");
}

void OpfsBackend::start_remove(std::string_view path, Ticket<void> ticket) {
  weft_opfs_remove(ticket.to_number(), root_, std::string(path).c_str(), this);
}

void OpfsBackend::start_refresh(Ticket<void> ticket) { weft_opfs_list(ticket.to_number(), root_, this); }

}  // namespace weft::vfs

extern "C" {

EMSCRIPTEN_KEEPALIVE void weft_opfs_saw_file(void* backend, const char* path, double size,
                                             weft::vfs::BlobId blob) {
  static_cast<weft::vfs::OpfsBackend*>(backend)->saw_file(path, static_cast<std::uint64_t>(size), blob);
}

EMSCRIPTEN_KEEPALIVE void weft_opfs_saw_directory(void* backend, const char* path) {
  static_cast<weft::vfs::OpfsBackend*>(backend)->saw_directory(path);
}

EMSCRIPTEN_KEEPALIVE void weft_opfs_lost(void* backend, const char* path) {
  static_cast<weft::vfs::OpfsBackend*>(backend)->lost(path);
}

EMSCRIPTEN_KEEPALIVE void weft_opfs_forget(void* backend, weft::vfs::BlobId last_before) {
  static_cast<weft::vfs::OpfsBackend*>(backend)->forget(last_before);
}

EMSCRIPTEN_KEEPALIVE bool weft_opfs_knows(void* backend, const char* path) {
  return static_cast<weft::vfs::OpfsBackend*>(backend)->knows(path);
}

/// Completes the open of a file that was reported a moment ago.
EMSCRIPTEN_KEEPALIVE void weft_opfs_opened(void* backend, const char* path, double ticket) {
  using weft::vfs::Handle;
  const auto opened = static_cast<weft::vfs::OpfsBackend*>(backend)->open_blocking(path);
  weft::vfs::complete(weft::vfs::Ticket<Handle>{weft::fiber::Ticket::from_number(ticket)}, opened);
}

}  // extern "C"
