#include "text/encoding.hpp"

#include <algorithm>
#include <array>

#include "text/utf16.hpp"
#include "text/utf8.hpp"

namespace weft::text {
namespace {

using Bytes = std::span<const std::byte>;

// So many bytes of ASCII with a blank among them, or of UTF-8 without controls, are the beginning of a text
// in UTF-8: what is UTF-16 does not look like that for so long.
constexpr std::size_t telling_ascii = 4;
constexpr std::size_t telling_bytes = 64;
// A text of bytes may have a zero here and there; that every other byte of it is one, over so many pairs, is
// no accident.
constexpr std::size_t fewest_units = 5;
constexpr std::size_t fewest_other_units = 8;

bool begins_with(Bytes head, std::initializer_list<int> bytes) {
  return head.size() >= bytes.size() &&
         std::ranges::equal(head.first(bytes.size()), bytes, {},
                            [](std::byte byte) { return std::to_integer<int>(byte); });
}

bool is_space(unsigned byte) { return byte == ' ' || (byte >= '\t' && byte <= '\r'); }

bool is_ascii_text(std::byte byte) {
  const auto value = std::to_integer<unsigned>(byte);
  return is_space(value) || (value > ' ' && value < 0x7F);
}

bool is_ascii_with_blanks(Bytes bytes) {
  return std::ranges::all_of(bytes, is_ascii_text) &&
         std::ranges::any_of(bytes, [](std::byte byte) { return is_space(std::to_integer<unsigned>(byte)); });
}

bool is_control(std::byte byte) {
  const auto value = std::to_integer<unsigned>(byte);
  constexpr unsigned escape = 0x1B;
  return value < ' ' && !is_space(value) && value != escape;
}

bool is_clean_utf8(Bytes bytes) {
  return std::ranges::none_of(bytes, is_control) &&
         begins_valid({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

// Zeros stand between characters of UTF-8, if anywhere.
bool is_clean_but_for_zeros(Bytes bytes) {
  while (!bytes.empty()) {
    const auto zero = std::ranges::find(bytes, std::byte{0});
    const Bytes part(bytes.begin(), zero);
    if (!is_clean_utf8(part)) return false;
    bytes = bytes.subspan(std::min(bytes.size(), part.size() + 1));
  }
  return true;
}

std::optional<Recognised> by_mark(Bytes head) {
  if (begins_with(head, {0xFE, 0xFF})) return Recognised{.encoding = Encoding::utf16_be, .mark_bytes = 2};
  if (begins_with(head, {0xFF, 0xFE})) return Recognised{.encoding = Encoding::utf16_le, .mark_bytes = 2};
  if (begins_with(head, {0xEF, 0xBB, 0xBF})) return Recognised{};
  return std::nullopt;
}

// The mark of UTF-32 is that of UTF-16 with two zeros behind it.
bool may_be_utf32(Bytes head) { return begins_with(head, {0xFF, 0xFE, 0, 0}); }

// Pairs of characters in UTF-16 are numbers too large for one.
bool is_utf32(Bytes head) {
  for (std::size_t at = 0; at + 4 <= head.size(); at += 4)
    if (utf16_unit(head.data() + at + 2, false) > 0x10) return false;
  return true;
}

struct Zeros {
  std::size_t units = 0, even = 0, odd = 0, ascii = 0;
};

Zeros zeros_in(Bytes head) {
  Zeros zeros{.units = head.size() / 2};
  for (std::size_t at = 0; at + 1 < head.size(); at += 2) {
    if (head[at] == std::byte{0}) ++zeros.even;
    if (head[at + 1] == std::byte{0}) ++zeros.odd;
    zeros.ascii += (is_ascii_text(head[at]) ? 1U : 0U) + (is_ascii_text(head[at + 1]) ? 1U : 0U);
  }
  return zeros;
}

// No character that texts do not have.
bool is_plausible(Bytes head, bool is_big_endian) {
  bool is_pair_open = false;
  for (std::size_t at = 0; at + 1 < head.size(); at += 2) {
    const std::uint16_t unit = utf16_unit(head.data() + at, is_big_endian);
    if (is_low_surrogate(unit) != is_pair_open) return false;
    is_pair_open = is_high_surrogate(unit);
    const bool is_odd_control = unit < ' ' && !is_space(unit);
    const bool is_private = unit >= 0xE000 && unit < 0xF900;
    if (is_odd_control || is_private || unit >= 0xFFFE) return false;
  }
  return true;
}

// Whether `high` units of all, those with a zero for their upper byte, tell that it is UTF-16.
bool are_telling(Bytes head, const Zeros& zeros, std::size_t high) {
  if (high * 10 >= zeros.units * 9) return zeros.units >= fewest_units;
  const bool is_mostly_ascii = zeros.ascii * 4 >= zeros.units * 2 * 3;
  return high > 0 && zeros.units >= fewest_other_units && !is_mostly_ascii && !is_clean_but_for_zeros(head);
}

Encoding by_zeros(Bytes head) {
  const Zeros zeros = zeros_in(head);
  const bool may_be_little = are_telling(head, zeros, zeros.odd) && is_plausible(head, false);
  const bool may_be_big = are_telling(head, zeros, zeros.even) && is_plausible(head, true);
  if (may_be_little && (zeros.odd >= zeros.even || !may_be_big)) return Encoding::utf16_le;
  return may_be_big ? Encoding::utf16_be : Encoding::utf8;
}

}  // namespace

std::string_view name_of(Encoding encoding) {
  constexpr std::array<std::string_view, 4> names = {"UTF-8", "UTF-16LE", "UTF-16BE", "not UTF-8"};
  return names[static_cast<std::size_t>(encoding)];
}

std::optional<Recognised> recognise(Bytes head, bool is_whole) {
  constexpr std::size_t longest_mark = 4;
  if (head.size() < longest_mark && !is_whole) return std::nullopt;
  const bool is_enough = is_whole || head.size() >= most_head_bytes;
  if (may_be_utf32(head)) {
    if (!is_enough) return std::nullopt;
    if (is_utf32(head.first(std::min(head.size(), most_head_bytes)))) return Recognised{};
  }
  if (const auto marked = by_mark(head)) return marked;
  if (head.size() >= telling_ascii && is_ascii_with_blanks(head.first(telling_ascii))) return Recognised{};
  if (head.size() >= telling_bytes && is_clean_utf8(head.first(telling_bytes))) return Recognised{};
  if (!is_enough) return std::nullopt;
  return Recognised{.encoding = by_zeros(head.first(std::min(head.size(), most_head_bytes)))};
}

}  // namespace weft::text
