#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "fiber/operation.hpp"
#include "vfs/error.hpp"
#include "vfs/outcome.hpp"
#include "vfs/source.hpp"

namespace weft::vfs {

class FileSystem;
struct OpenFile;

/// How a call on a file waits for the browser.
enum class Wait : std::uint8_t {
  /// Only the calling fiber waits; others run meanwhile.
  suspend,
  /// The whole thread waits. ENOTSUP where a backend has no way to do that.
  block,
};

/// Bytes of one read, where nobody says otherwise. Counting 8 files of 64 MiB took a quarter longer in
/// quarters of it (`make bench`): every read costs the browser the same, however small.
inline constexpr std::size_t default_chunk_bytes = 1024 * 1024;

/// How long a file stays open. Each kind has the file system's limit to itself, so that files which somebody
/// leaves standing half-way never keep others from opening theirs.
enum class Tenure : std::uint8_t {
  /// Opened, read, and closed.
  brief,
  /// Until a person wants no more of it.
  lasting,
};

struct OpenOptions {
  Wait wait = Wait::suspend;
  Tenure tenure = Tenure::brief;
};

/// A read that is on its way. Destroyed early, it is abandoned, and its buffer is not touched any more.
class PendingRead {
 public:
  PendingRead(PendingRead&&) noexcept = default;
  /// Deleted, as the file could go before the read on it has been given up.
  PendingRead& operator=(PendingRead&&) = delete;
  ~PendingRead() = default;

  /// True if `wait` would return at once.
  bool is_finished() const;

  /// Suspends the calling fiber until the bytes are there, and returns how many. Called at most once.
  Result<std::size_t> wait();

 private:
  friend class File;
  PendingRead(std::shared_ptr<const OpenFile> file,
              std::variant<fiber::Operation, Outcome<std::size_t>> state, std::size_t expected)
      : file_(std::move(file)), state_(std::move(state)), expected_(expected) {}

  std::shared_ptr<const OpenFile> file_;
  std::variant<fiber::Operation, Outcome<std::size_t>> state_;
  std::size_t expected_;
};

/// An open file. It closes itself; every call names its operation and path in the error.
///
/// A file belongs to one fiber at a time. Its calls suspend that fiber, or block the thread, as
/// `OpenOptions::wait` said.
class File {
 public:
  /// ENOENT, EISDIR, EACCES, EMFILE when the file system's limit on open files of that tenure is reached,
  /// ECANCELED, ENOTSUP, EINVAL; EIO for a file that was empty and has changed.
  static Result<File> open(FileSystem& fs, std::string_view path, OpenOptions options = {});

  File(File&& other) noexcept;
  File& operator=(File&& other) noexcept;
  ~File();

  /// Bytes at the time of opening.
  std::uint64_t size() const;
  /// In normal form.
  const std::string& path() const;
  Wait wait_mode() const;
  bool is_open() const;

  /// In the middle of long work on what was read: lets other fibers run, unless the file blocks. ECANCELED if
  /// the calling fiber has to end.
  Result<void> give_way() const;

  /// Reads up to `into.size()` bytes from `offset`; fewer only at the end of the file, 0 beyond it. EIO,
  /// ENOENT (deleted since), ECANCELED; EBADF once closed.
  Result<std::size_t> read_at(std::uint64_t offset, std::span<std::byte> into);

  /// Reads on from where the last sequential read ended. 0 at the end of the file.
  Result<std::size_t> read(std::span<std::byte> into);

  /// Begins a read and returns at once; `into` must outlive it. A blocking file reads here and now.
  PendingRead start_read_at(std::uint64_t offset, std::span<std::byte> into);

  /// The file's bytes for a worker to read. ENOTSUP where no worker can reach them; EBADF once closed.
  Result<Source> lend() const;

  /// Puts reads that a worker has made of this file into the file system's statistics.
  void count_reads(std::uint64_t reads);

  /// Gives the handle back. Idempotent. Reads that are on their way may fail with EBADF.
  void close();

 private:
  explicit File(std::shared_ptr<OpenFile> file) : file_(std::move(file)) {}

  std::shared_ptr<OpenFile> file_;
  std::uint64_t position_ = 0;
};

}  // namespace weft::vfs
