#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include "vfs/file.hpp"

namespace weft::vfs {

/// Reads a file from front to back in chunks, with the next chunk on its way while the caller works on this
/// one. Holds two buffers of `chunk_bytes`, or one of the file's size if that fits, or one if the file
/// blocks, which leaves nobody to read ahead. The file must outlive it.
class ChunkReader {
 public:
  /// `chunk_bytes` must not be 0. Nothing is read before the first `next`.
  ChunkReader(File& file, std::size_t chunk_bytes);
  ChunkReader(ChunkReader&&) noexcept = default;
  /// A read that is on its way is abandoned.
  ~ChunkReader() = default;

  /// The next bytes of the file, never more than `chunk_bytes`; empty at the end. They are valid until the
  /// next call. After an error every call returns it again: that of a read, or ENOMEM for lack of a buffer.
  Result<std::span<const std::byte>> next();

  /// As the file's.
  Result<void> give_way() const { return file_->give_way(); }

  /// Of the file.
  const std::string& path() const { return file_->path(); }

  /// Where in the file the bytes of the last `next` begin.
  std::uint64_t offset() const { return chunk_offset_; }

 private:
  std::span<std::byte> buffer(std::size_t which);
  void start_read();

  File* file_;
  std::size_t chunk_bytes_;
  // Above the read that writes to them, so that they are freed after it is abandoned.
  std::array<std::unique_ptr<std::byte[]>, 2> buffers_;
  std::optional<PendingRead> ahead_;
  std::optional<Error> failure_;
  std::size_t next_buffer_ = 0;
  std::uint64_t next_offset_ = 0;
  std::uint64_t chunk_offset_ = 0;
};

}  // namespace weft::vfs
