#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace weft::text {

/// How a text is written in its file.
enum class Encoding : std::uint8_t {
  utf8,
  utf16_le,
  utf16_be,
  /// None of these: counted byte by byte, and what is not UTF-8 is shown as U+FFFD.
  other,
};

/// "UTF-8", "UTF-16LE", "UTF-16BE", "not UTF-8".
std::string_view name_of(Encoding encoding);

/// What the beginning of a text tells.
struct Recognised {
  /// Never `other`: whether a text is UTF-8 throughout shows only at its end.
  Encoding encoding = Encoding::utf8;
  /// Of a mark that says how to read the text and is no part of it. That of UTF-8 is a part of it.
  std::size_t mark_bytes = 0;
};

/// So many bytes are always enough for `recognise`.
inline constexpr std::size_t most_head_bytes = 1024;

/// Tells UTF-16 by its byte order mark, or by its zeros: half of the bytes where the text is Latin, some of
/// them elsewhere, as long as everything around is plausible too. `head` is the beginning of the text, or
/// all of it if `is_whole`. Nothing if more is needed. More bytes than were needed change nothing, so that
/// the answer does not depend on how a text is cut into chunks.
std::optional<Recognised> recognise(std::span<const std::byte> head, bool is_whole);

}  // namespace weft::text
