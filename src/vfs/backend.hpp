#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "fiber/carrier.hpp"
#include "vfs/entry.hpp"
#include "vfs/outcome.hpp"
#include "vfs/source.hpp"

namespace weft::vfs {

/// Where files really are. Paths are relative to the mount, in normal form: "a/b.txt", or "" for the mount
/// itself.
///
/// Nothing here suspends. `start_…` returns at once; the backend completes the ticket later, and leaves
/// buffers alone once the ticket is stale. `…_blocking` returns when it is done, ENOTSUP if there is no way
/// to do that. Failures are made by `failure` (detail.hpp).
class Backend : public fiber::Carrier {
 public:
  virtual ~Backend() = default;

  /// What is known now, without asking anyone. Nothing for a path that does not exist.
  virtual std::optional<Stat> stat(std::string_view path) const = 0;
  /// The entries of an existing directory, sorted by name.
  virtual std::vector<Entry> list(std::string_view directory) const = 0;

  /// Whoever gets a handle closes it. A stale ticket gets none.
  virtual void start_open(std::string_view path, Ticket<Handle> ticket) = 0;
  virtual Outcome<Handle> open_blocking(std::string_view path) = 0;
  /// Bytes at the time of opening.
  virtual std::uint64_t size(Handle handle) const = 0;
  /// Completes with a count of bytes, less than `into.size()` only at the end of the file. A read of
  /// nothing is what opening an empty file ends with: it fails if the file is gone, or not empty any more.
  virtual void start_read(Handle handle, std::uint64_t offset, std::span<std::byte> into,
                          Ticket<std::size_t> ticket) = 0;
  virtual Outcome<std::size_t> read_blocking(Handle handle, std::uint64_t offset,
                                             std::span<std::byte> into) = 0;
  virtual void close(Handle handle) = 0;

  /// The bytes of an open file for a worker to read. Whoever gets them releases them. Here: ENOTSUP.
  virtual Loan lend(Handle handle);

  // Writing. Here every one of them fails with EACCES: "it can only be read".

  /// Begins a new content for `path`, apart from the present one; completes with a handle. Missing
  /// directories are made.
  virtual void start_create(std::string_view path, Ticket<Handle> ticket);
  /// Appends. `bytes` must outlive the ticket.
  virtual void start_write(Handle handle, std::span<const std::byte> bytes, Ticket<void> ticket);
  /// Puts the new content in the place of the old one, all at once. The handle is gone, if it succeeds or
  /// not.
  virtual void start_commit(Handle handle, Ticket<void> ticket);
  /// Forgets the new content. The handle is gone.
  virtual void start_discard(Handle handle, Ticket<void> ticket);
  /// Creates, writes and commits in one go.
  virtual Outcome<void> write_blocking(std::string_view path, std::span<const std::byte> bytes);
  /// Removes a file, or an empty directory.
  virtual void start_remove(std::string_view path, Ticket<void> ticket);

  /// Brings what is known without asking, and what a blocking open opens or finds, up to date, where somebody
  /// else may have changed it. Here: nobody can, so it is done.
  virtual void start_refresh(Ticket<void> ticket);

  /// What was started with that ticket was given up. The ticket may be one that never got here. Here: it runs
  /// on to an end that nobody sees.
  void abort(fiber::Ticket ticket) override;
};

}  // namespace weft::vfs
