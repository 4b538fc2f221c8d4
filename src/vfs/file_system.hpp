#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "vfs/backend.hpp"
#include "vfs/error.hpp"
#include "vfs/file.hpp"
#include "vfs/observer.hpp"
#include "vfs/path.hpp"
#include "vfs/read_counter.hpp"

namespace weft::vfs {

/// Backends mounted at paths, and what is open in them. It must outlive its files.
class FileSystem {
 public:
  FileSystem() = default;
  ~FileSystem();
  FileSystem(const FileSystem&) = delete;
  FileSystem& operator=(const FileSystem&) = delete;

  /// Everything at and below `at` is asked of `backend`, but what a longer mount covers. EINVAL if the place
  /// is taken.
  Result<void> mount(std::string_view at, std::shared_ptr<Backend> backend);

  // Answered at once, on any stack, from what the backends know.

  /// ENOENT, EINVAL.
  Result<Stat> stat(std::string_view path) const;
  bool exists(std::string_view path) const { return stat(path).has_value(); }
  /// The directory's entries and the mounts in it, sorted by name. ENOENT, ENOTDIR, EINVAL.
  Result<std::vector<Entry>> list(std::string_view directory) const;

  /// The whole content of the file. On a fiber. The errors of open and read.
  Result<std::string> read_file(std::string_view path);

  /// Makes `bytes` the content of the file, all or nothing: until the new content is whole, and if it never
  /// is, the old one stays. ENOSPC, EACCES, EISDIR, ECANCELED; ENOTSUP for `Wait::block` where a backend
  /// cannot.
  Result<void> write_file(std::string_view path, std::span<const std::byte> bytes, Wait wait = Wait::suspend);
  Result<void> write_file(std::string_view path, std::string_view text, Wait wait = Wait::suspend);

  /// Suspends. ENOENT, EACCES; EISDIR for a directory that is not empty.
  Result<void> remove(std::string_view path);

  /// Brings what is known of the mounts that hold `paths` up to date, for whoever lists a directory or opens
  /// a file with `Wait::block`: another tab may have written there. Suspends only where somebody can have.
  /// After a failure what was known still is.
  Result<void> refresh(std::span<const std::string> paths);

  // Open files. One counts from the moment its open begins until it is closed.

  static constexpr std::size_t default_open_limit = 256;
  std::size_t open_limit() const { return open_limit_; }
  /// So many files of each tenure. Files beyond a lowered limit stay open.
  void set_open_limit(std::size_t limit) { open_limit_ = limit; }
  std::size_t open_files() const { return open_.size(); }
  std::size_t open_files(Tenure tenure) const;
  /// The most that were open at once of those that are opened, read and closed.
  std::size_t peak_open_files() const { return peak_open_; }
  /// The paths of the open files, oldest first: what a leak looks like.
  std::vector<std::string> open_paths() const;

  // Reads, since the last `reset_statistics`.

  std::uint64_t reads() const { return reads_.started(); }
  std::size_t in_flight() const { return reads_.in_flight(); }
  std::size_t peak_in_flight() const { return reads_.peak(); }
  /// The peaks start again from what is open and in flight now.
  void reset_peak();
  /// The peaks, and the count of reads.
  void reset_statistics();

  /// Told of every open and read from now on; null for nobody. Must outlive its time in office.
  void set_observer(Observer* observer) { observer_ = observer; }
  Observer* observer() const { return observer_; }

 private:
  friend class File;
  friend class FileWriter;
  friend struct OpenFile;

  struct Place {
    std::shared_ptr<Backend> backend;
    std::string relative;
  };
  /// Nothing is mounted there: no backend.
  Place locate(const Path& path) const;
  std::uint64_t reserve(const std::string& path, Tenure tenure);
  void release(std::uint64_t number);

  std::map<Path, std::shared_ptr<Backend>> mounts_;
  std::size_t open_limit_ = default_open_limit;
  std::size_t peak_open_ = 0;
  std::uint64_t last_number_ = 0;
  struct Holding {
    std::string path;
    Tenure tenure;
  };
  std::map<std::uint64_t, Holding> open_;
  std::size_t lasting_ = 0;
  mutable ReadCounter reads_;
  Observer* observer_ = nullptr;
};

}  // namespace weft::vfs
