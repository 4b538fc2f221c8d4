#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>

#include "vfs/backend.hpp"

namespace weft::vfs {

/// Names a `Blob` or `File` that JavaScript keeps: what `Module.weftBlobs.add(blob)` returned. 0 is none.
using BlobId = std::uint32_t;

/// A backend whose files are blobs, such as dropped files and the browser's storage: all that it does with
/// files that are open. A blob that is open stays readable when its name is removed.
class BlobBackend : public Backend {
 public:
  BlobBackend(const BlobBackend&) = delete;
  BlobBackend& operator=(const BlobBackend&) = delete;
  ~BlobBackend() override;

  std::uint64_t size(Handle handle) const override;
  void start_read(Handle handle, std::uint64_t offset, std::span<std::byte> into,
                  Ticket<std::size_t> ticket) override;
  Outcome<std::size_t> read_blocking(Handle handle, std::uint64_t offset, std::span<std::byte> into) override;
  Loan lend(Handle handle) override;
  void close(Handle handle) override;

 protected:
  BlobBackend() = default;
  /// Retains `blob` until it is closed.
  Handle open(BlobId blob, std::uint64_t size);

 private:
  struct Open {
    BlobId blob;
    std::uint64_t size;
  };
  std::unordered_map<Handle, Open> open_;
  std::uint32_t last_ = 0;
};

}  // namespace weft::vfs
