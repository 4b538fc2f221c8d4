#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <system_error>

namespace weft::vfs {

/// What was being done when something went wrong.
enum class Verb : std::uint8_t { open, read, write, stat, list, create, remove, mount };

/// Why an operation on a file failed. It stays data until it reaches a person; `to_message` is the edge.
struct Error {
  std::errc code;
  Verb verb;
  std::string path;
  /// What the browser or the backend said, if it adds anything; may be empty.
  std::string detail;
};

template <class T>
using Result = std::expected<T, Error>;

/// "open", "read" …
std::string_view name_of(Verb verb);

/// The POSIX name: "ENOENT". "EIO" for a code that this library never uses.
std::string_view name_of(std::errc code);

/// One sentence that names the operation, the path and the reason: "Cannot open /drop/a.txt: no such file
/// (ENOENT)."
std::string to_message(const Error& error);

}  // namespace weft::vfs
