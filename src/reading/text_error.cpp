#include "reading/text_error.hpp"

#include <system_error>

namespace weft::reading {
namespace {

std::string detail_of(text::TextTrouble trouble, const text::DecodeOptions& options) {
  switch (trouble) {
    case text::TextTrouble::damaged:
      return "its compressed data is damaged";
    case text::TextTrouble::ends_early:
      return "its compressed data ends early";
    case text::TextTrouble::has_trailing_bytes:
      return "behind its compressed data follows something else";
    case text::TextTrouble::too_large:
      return "it unpacks to more than the settings allow, and was cut off: the limit in bytes is " +
             std::to_string(options.most_unpacked_bytes);
    default:
      return "there is not enough memory to decode it";
  }
}

}  // namespace

vfs::Error to_error(text::TextTrouble trouble, const std::string& path, const text::DecodeOptions& options) {
  std::errc code = std::errc::io_error;
  if (trouble == text::TextTrouble::too_large) code = std::errc::file_too_large;
  if (trouble == text::TextTrouble::no_memory) code = std::errc::not_enough_memory;
  return {.code = code, .verb = vfs::Verb::read, .path = path, .detail = detail_of(trouble, options)};
}

}  // namespace weft::reading
