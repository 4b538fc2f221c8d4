#include "text/text_error.hpp"

#include <system_error>

namespace weft::text {
namespace {

std::string words_of(TextTrouble trouble, const DecodeOptions& options) {
  switch (trouble) {
    case TextTrouble::damaged:
      return "its compressed data is damaged";
    case TextTrouble::ends_early:
      return "its compressed data ends early";
    case TextTrouble::has_trailing_bytes:
      return "behind its compressed data follows something else";
    case TextTrouble::too_large:
      return "it unpacks to more than the settings allow, and was cut off: the limit in bytes is " +
             std::to_string(options.most_unpacked_bytes);
    default:
      return "there is not enough memory to decode it";
  }
}

}  // namespace

vfs::Error to_error(TextTrouble trouble, const std::string& path, const DecodeOptions& options) {
  std::errc code = std::errc::io_error;
  if (trouble == TextTrouble::too_large) code = std::errc::file_too_large;
  if (trouble == TextTrouble::no_memory) code = std::errc::not_enough_memory;
  return {.code = code, .verb = vfs::Verb::read, .path = path, .detail = words_of(trouble, options)};
}

}  // namespace weft::text
