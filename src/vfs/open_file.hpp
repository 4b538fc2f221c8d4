#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "vfs/backend.hpp"
#include "vfs/file.hpp"
#include "vfs/file_system.hpp"

namespace weft::vfs {

/// What a `File` and its reads share. It holds a place in the file system's table until it is closed.
struct OpenFile {
  OpenFile(FileSystem& fs, std::uint64_t number, std::shared_ptr<Backend> backend, std::string path,
           Wait wait)
      : fs(fs), number(number), backend(std::move(backend)), path(std::move(path)), wait(wait) {}
  ~OpenFile() { close(); }
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;

  void close() {
    if (number == 0) return;
    if (handle != Handle::none) backend->close(handle);
    fs.release(number);
    number = 0;
  }

  FileSystem& fs;
  /// 0 once closed.
  std::uint64_t number;
  std::shared_ptr<Backend> backend;
  std::string path;
  Wait wait;
  /// None until the backend has opened it.
  Handle handle = Handle::none;
  std::uint64_t size = 0;
};

}  // namespace weft::vfs
