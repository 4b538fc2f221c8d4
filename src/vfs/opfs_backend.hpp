#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "vfs/blob_backend.hpp"
#include "vfs/error.hpp"
#include "vfs/name_tree.hpp"

namespace weft::vfs {

/// Names a directory of the browser's storage that JavaScript keeps open.
enum class Directory : std::uint32_t { none = 0 };

/// Files in the browser's own storage (the origin private file system), which stay from visit to visit.
///
/// Names and sizes are those of the last listing, kept up to date by what is written and removed here. An
/// open that suspends asks the browser anew; one that blocks uses the blob that was seen last, so a refresh
/// comes before it. Other tabs may have the same directory mounted, and write there: files that vanish while
/// they are listed are left out, what another tab has half written is left alone, and of two tabs that put a
/// file in its place one waits. What a tab that is gone has left half written is removed.
class OpfsBackend final : public BlobBackend {
 public:
  /// Lists `directory`, which is made if it is missing; it may be nested. Suspends the calling fiber.
  /// ENOTSUP where the browser has no such storage, or cannot write to it from a page: use memory instead,
  /// and say so. EACCES where it forbids it (private windows).
  static Result<std::shared_ptr<OpfsBackend>> mount(std::string_view directory);

  ~OpfsBackend() override;

  std::optional<Stat> stat(std::string_view path) const override { return names_.stat(path); }
  std::vector<Entry> list(std::string_view directory) const override { return names_.list(directory); }
  void start_open(std::string_view path, Ticket<Handle> ticket) override;
  Outcome<Handle> open_blocking(std::string_view path) override;
  void start_create(std::string_view path, Ticket<Handle> ticket) override;
  void start_write(Handle handle, std::span<const std::byte> bytes, Ticket<void> ticket) override;
  void start_commit(Handle handle, Ticket<void> ticket) override;
  void start_discard(Handle handle, Ticket<void> ticket) override;
  Outcome<void> write_blocking(std::string_view path, std::span<const std::byte> bytes) override;
  void start_remove(std::string_view path, Ticket<void> ticket) override;
  void start_refresh(Ticket<void> ticket) override;

  // For JavaScript, which calls them while a ticket of this backend is pending.

  /// The file is there, with `blob` as its content, which is taken over; 0 if the browser could not read it.
  void saw_file(std::string_view path, std::uint64_t size, BlobId blob);
  void saw_directory(std::string_view path);
  void lost(std::string_view path);
  /// A listing is about to be told: what was seen before it began, when `last_before` was the newest blob,
  /// is forgotten. What has been written meanwhile stays.
  void forget(BlobId last_before);
  bool knows(std::string_view path) const { return names_.find(path) != nullptr; }

 private:
  OpfsBackend() = default;

  /// None until it is mounted.
  Directory root_ = Directory::none;
  NameTree names_;
};

}  // namespace weft::vfs
