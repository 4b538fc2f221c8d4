#include "text/utf8.hpp"

#include <algorithm>
#include <cstdint>
#include <span>

#include <wasm_simd128.h>

namespace weft::text {
namespace {

constexpr std::string_view replacement_mark = "\uFFFD";

std::uint8_t byte_at(std::string_view bytes, std::size_t index) {
  return static_cast<std::uint8_t>(bytes[index]);
}

std::size_t ascii_prefix(std::string_view bytes) {
  std::size_t length = 0;
  while (length + sizeof(v128_t) <= bytes.size() &&
         wasm_i8x16_bitmask(wasm_v128_load(bytes.data() + length)) == 0) {
    length += sizeof(v128_t);
  }
  while (length < bytes.size() && byte_at(bytes, length) < 0x80) ++length;
  return length;
}

/// What the first byte of a sequence says of the rest: how long it is, and which second bytes are allowed.
struct Lead {
  std::size_t length;
  std::uint8_t lowest_second = 0x80;
  std::uint8_t highest_second = 0xBF;
};

Lead lead_of(std::uint8_t byte) {
  if (byte < 0xC2 || byte > 0xF4) return {.length = 1};
  if (byte < 0xE0) return {.length = 2};
  if (byte == 0xE0) return {.length = 3, .lowest_second = 0xA0};
  if (byte == 0xED) return {.length = 3, .highest_second = 0x9F};
  if (byte < 0xF0) return {.length = 3};
  if (byte == 0xF0) return {.length = 4, .lowest_second = 0x90};
  if (byte == 0xF4) return {.length = 4, .highest_second = 0x8F};
  return {.length = 4};
}

struct Sequence {
  std::size_t length;
  bool is_valid;
};

/// The sequence that begins `bytes`, which is not ASCII; if it is not valid, the maximal part of it to be
/// replaced.
Sequence sequence_of(std::string_view bytes) {
  const Lead lead = lead_of(byte_at(bytes, 0));
  std::size_t length = 1;
  for (; length < lead.length && length < bytes.size(); ++length) {
    const std::uint8_t byte = byte_at(bytes, length);
    const bool is_second = length == 1;
    if (byte < (is_second ? lead.lowest_second : 0x80) || byte > (is_second ? lead.highest_second : 0xBF))
      break;
  }
  return {.length = length, .is_valid = lead.length > 1 && length == lead.length};
}

}  // namespace

std::string to_display(std::string_view bytes) { return to_display(bytes, bytes.size()); }

std::string to_display(std::string_view bytes, std::size_t max_bytes) {
  std::string shown;
  std::size_t at = 0;
  while (at < bytes.size()) {
    const std::size_t ascii = ascii_prefix(bytes.substr(at, max_bytes - at));
    shown.append(bytes, at, ascii);
    at += ascii;
    if (at == bytes.size()) break;
    const Sequence sequence = at == max_bytes ? Sequence{1, false} : sequence_of(bytes.substr(at));
    if (at + sequence.length > max_bytes) return shown.append("…");
    shown.append(sequence.is_valid ? bytes.substr(at, sequence.length) : replacement_mark);
    at += sequence.length;
  }
  return shown;
}

bool begins_valid(std::string_view bytes) {
  for (std::size_t at = ascii_prefix(bytes); at < bytes.size();) {
    const Sequence sequence = sequence_of(bytes.substr(at));
    const bool is_cut =
        at + sequence.length == bytes.size() && sequence.length < lead_of(byte_at(bytes, at)).length;
    if (!sequence.is_valid && !is_cut) return false;
    at += sequence.length;
    at += ascii_prefix(bytes.substr(at));
  }
  return true;
}

std::string_view whole_characters(std::string_view bytes) {
  constexpr std::size_t longest = 4;
  for (std::size_t back = 1; back <= std::min(longest, bytes.size()); ++back) {
    const std::string_view last = bytes.substr(bytes.size() - back);
    const bool is_continuation = (byte_at(last, 0) & 0xC0U) == 0x80;
    if (is_continuation) continue;
    const bool is_cut = sequence_of(last).length == back && back < lead_of(byte_at(last, 0)).length;
    return is_cut ? bytes.substr(0, bytes.size() - back) : bytes;
  }
  return bytes;
}

std::string show_controls(std::string_view utf8) {
  std::string shown;
  for (std::size_t at = 0; at < utf8.size();) {
    const std::uint8_t byte = byte_at(utf8, at);
    const std::string_view rest = utf8.substr(at);
    if ((byte < 0x20 && byte != '\t') || byte == 0x7F) {
      shown += {'^', static_cast<char>(byte ^ 0x40)};
      ++at;
    } else if (byte == 0xC2 && rest.size() > 1 && byte_at(rest, 1) < 0xA0) {
      shown += replacement_mark;
      at += 2;
    } else if (rest.starts_with("\u2028") || rest.starts_with("\u2029")) {
      shown += replacement_mark;
      at += 3;
    } else {
      shown += utf8[at++];
    }
  }
  return shown;
}

}  // namespace weft::text
