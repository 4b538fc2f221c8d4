#include "vfs/error.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace weft::vfs {
namespace {

struct Code {
  std::errc code;
  std::string_view name;
  std::string_view words;
};

constexpr std::array codes{
    Code{std::errc::no_such_file_or_directory, "ENOENT", "no such file"},
    Code{std::errc::too_many_files_open, "EMFILE", "too many files are open"},
    Code{std::errc::io_error, "EIO", "it could not be read or written"},
    Code{std::errc::permission_denied, "EACCES", "access is not allowed"},
    Code{std::errc::no_space_on_device, "ENOSPC", "there is no space left"},
    Code{std::errc::is_a_directory, "EISDIR", "it is a folder"},
    Code{std::errc::not_a_directory, "ENOTDIR", "it is not a folder"},
    Code{std::errc::invalid_argument, "EINVAL", "that is not possible"},
    Code{std::errc::operation_canceled, "ECANCELED", "it was cancelled"},
    Code{std::errc::not_supported, "ENOTSUP", "that is not supported here"},
    Code{std::errc::not_enough_memory, "ENOMEM", "there is not enough memory for a chunk of this size"},
    Code{std::errc::file_too_large, "EFBIG", "it is larger than is allowed"},
    Code{std::errc::bad_file_descriptor, "EBADF", "the file is closed"},
};

const Code& entry_of(std::errc code) {
  constexpr std::size_t unknown = 2;
  static_assert(codes[unknown].code == std::errc::io_error);
  const auto found = std::ranges::find(codes, code, &Code::code);
  return found == codes.end() ? codes[unknown] : *found;
}

}  // namespace

std::string_view name_of(Verb verb) {
  switch (verb) {
    case Verb::open:
      return "open";
    case Verb::read:
      return "read";
    case Verb::write:
      return "write";
    case Verb::stat:
      return "stat";
    case Verb::list:
      return "list";
    case Verb::create:
      return "create";
    case Verb::remove:
      return "remove";
    case Verb::mount:
      return "mount";
  }
  return "use";
}

std::string_view name_of(std::errc code) { return entry_of(code).name; }

std::string to_message(const Error& error) {
  const Code& code = entry_of(error.code);
  const std::string_view reason = error.detail.empty() ? code.words : error.detail;
  std::string words = "Cannot ";
  words.append(name_of(error.verb)).append(" ").append(error.path).append(": ").append(reason);
  return words.append(" (").append(code.name).append(").");
}

}  // namespace weft::vfs
