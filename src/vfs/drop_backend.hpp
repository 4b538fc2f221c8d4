#pragma once

#include <string>
#include <string_view>

#include "vfs/blob_backend.hpp"
#include "vfs/name_tree.hpp"

namespace weft::vfs {

/// The files a person has dropped on the page or picked: JavaScript's `File` objects, read only.
class DropBackend final : public BlobBackend {
 public:
  DropBackend() = default;
  ~DropBackend() override;

  /// Adds a file under its name, or its path within the folder that was dropped, and takes over `blob`. A
  /// name that is taken becomes "name (2).ext". Returns the path it got, relative to the mount.
  std::string add(std::string_view relative_path, std::uint64_t size, BlobId blob);

  /// Forgets one file, or all of them. What is open stays readable.
  bool forget(std::string_view path);
  void clear();

  std::optional<Stat> stat(std::string_view path) const override { return names_.stat(path); }
  std::vector<Entry> list(std::string_view directory) const override { return names_.list(directory); }
  void start_open(std::string_view path, Ticket<Handle> ticket) override;
  Outcome<Handle> open_blocking(std::string_view path) override;
  void start_refresh(Ticket<void> ticket) override;

 private:
  NameTree names_;
};

}  // namespace weft::vfs
