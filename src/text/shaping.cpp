#include "text/shaping.hpp"

#include <algorithm>
#include <cstdint>

namespace weft::text {
namespace {

/// The first byte that may begin a character beyond U+02FF.
constexpr std::uint8_t first_lead = 0xCC;

bool is_continuation(char byte) { return (static_cast<std::uint8_t>(byte) & 0xC0U) == 0x80U; }

/// Of the first three bytes of a sequence.
std::uint32_t leading_bytes(std::string_view utf8, std::size_t at) {
  std::uint32_t bytes = 0;
  for (std::size_t place = at; place < at + 3; ++place)
    bytes = (bytes << 8U) | (place < utf8.size() ? static_cast<std::uint8_t>(utf8[place]) : 0U);
  return bytes;
}

bool is_within(std::uint32_t bytes, std::uint32_t first, std::uint32_t last) {
  return first <= bytes && bytes <= last;
}

/// Ranges of sequences are compared by their bytes, which have the order of the characters.
bool is_simple(std::uint32_t bytes) {
  const std::uint32_t two = bytes >> 8U;
  if (bytes < 0xE00000U) {
    const bool is_combining = is_within(two, 0xCC80, 0xCDAF) || is_within(two, 0xD283, 0xD289);
    return !is_combining && two < 0xD690;
  }
  const bool is_extended_latin_or_greek = is_within(bytes, 0xE1B880, 0xE1BFBF);
  // Between the signs stand the marks that set directions and join or part letters.
  const bool is_sign = is_within(bytes, 0xE28090, 0xE280A7) || is_within(bytes, 0xE280AF, 0xE2819F) ||
                       is_within(bytes, 0xE281B0, 0xE2838F) || is_within(bytes, 0xE28480, 0xE28BBF);
  constexpr std::uint32_t replacement = 0xEFBFBD;
  constexpr std::uint32_t en_space = 0xE28082;
  return is_extended_latin_or_greek || is_sign || bytes == replacement || bytes == en_space;
}

}  // namespace

bool needs_shaping(std::string_view utf8) {
  for (std::size_t at = 0; at < utf8.size(); ++at) {
    if (static_cast<std::uint8_t>(utf8[at]) < first_lead) continue;
    if (!is_simple(leading_bytes(utf8, at))) return true;
  }
  return false;
}

std::string_view prefix_of(std::string_view utf8, std::size_t most) {
  if (utf8.size() <= most) return utf8;
  while (most > 0 && is_continuation(utf8[most])) --most;
  return utf8.substr(0, most);
}

}  // namespace weft::text
