#pragma once

#include <cstdint>
#include <string>

namespace weft::vfs {

enum class Kind : std::uint8_t { file, directory };

/// What is known about a path without opening it.
struct Stat {
  Kind kind = Kind::file;
  /// In bytes. 0 for a directory.
  std::uint64_t size = 0;
  /// False while only the server knows: an HTTP file that was not opened yet.
  bool is_size_known = true;
};

/// One line of a directory.
struct Entry {
  std::string name;
  Stat stat;
};

}  // namespace weft::vfs
