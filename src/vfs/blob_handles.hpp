#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>

#include "vfs/backend.hpp"

namespace weft::vfs {

/// Names a `Blob` or `File` that JavaScript keeps: what `Module.weftBlobs.add(blob)` returned. 0 is none.
using BlobId = std::uint32_t;

/// Open files whose bytes are in blobs: what the backends of dropped files and of the browser's storage
/// share. A blob that is open stays readable when its name is removed.
class BlobHandles {
 public:
  BlobHandles() = default;
  ~BlobHandles();
  BlobHandles(const BlobHandles&) = delete;
  BlobHandles& operator=(const BlobHandles&) = delete;

  Handle open(BlobId blob, std::uint64_t size);
  std::uint64_t size(Handle handle) const;
  void start_read(Handle handle, std::uint64_t offset, std::span<std::byte> into,
                  Ticket<std::size_t> ticket) const;
  Outcome<std::size_t> read_blocking(Handle handle, std::uint64_t offset, std::span<std::byte> into) const;
  Loan lend(Handle handle) const;
  void close(Handle handle);

 private:
  struct Open {
    BlobId blob;
    std::uint64_t size;
  };
  std::unordered_map<Handle, Open> open_;
  std::uint32_t last_ = 0;
};

}  // namespace weft::vfs
