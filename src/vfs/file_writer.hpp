#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "vfs/backend.hpp"
#include "vfs/error.hpp"

namespace weft::vfs {

class FileSystem;

/// A new content for a file, which takes the place of the old one at `commit`, all at once. Given up before
/// that, or after a failure, it leaves no trace. Its calls suspend the calling fiber.
class FileWriter {
 public:
  /// Missing directories are made. EISDIR, EACCES where nothing can be written, ENOSPC, ECANCELED, EINVAL.
  static Result<FileWriter> create(FileSystem& fs, std::string_view path);

  FileWriter(FileWriter&& other) noexcept;
  FileWriter& operator=(FileWriter&&) = delete;
  /// Discards what was not committed.
  ~FileWriter();

  /// Appends. After a failure the only way on is to discard. ENOSPC, EIO, ECANCELED; EBADF once it has ended.
  Result<void> write(std::span<const std::byte> bytes);

  /// Ends the writer, if it succeeds or not.
  Result<void> commit();

  /// Returns when nothing is left of the new content, even if the fiber is cancelled. Idempotent.
  void discard();

 private:
  FileWriter(std::shared_ptr<Backend> backend, Handle handle, std::string path)
      : backend_(std::move(backend)), handle_(handle), path_(std::move(path)) {}

  /// Null once it has ended.
  std::shared_ptr<Backend> backend_;
  Handle handle_;
  std::string path_;
};

}  // namespace weft::vfs
