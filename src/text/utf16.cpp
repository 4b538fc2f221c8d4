#include "text/utf16.hpp"

#include <array>
#include <utility>

#include <wasm_simd128.h>

namespace weft::text {
namespace {

constexpr char32_t replacement = 0xFFFD;

// Units of one vector.
constexpr std::size_t vector_units = sizeof(v128_t) / 2;

std::byte* put(char32_t c, std::byte* to) {
  const auto continuation = [c](unsigned shift) { return std::byte(0x80U | ((c >> shift) & 0x3FU)); };
  if (c < 0x80) {
    *to++ = std::byte(c);
  } else if (c < 0x800) {
    *to++ = std::byte(0xC0U | c >> 6U);
    *to++ = continuation(0);
  } else if (c < 0x10000) {
    *to++ = std::byte(0xE0U | c >> 12U);
    *to++ = continuation(6);
    *to++ = continuation(0);
  } else {
    *to++ = std::byte(0xF0U | c >> 18U);
    *to++ = continuation(12);
    *to++ = continuation(6);
    *to++ = continuation(0);
  }
  return to;
}

// Writes eight units at once if all of them are ASCII.
bool put_ascii(const std::byte* at, bool is_big_endian, std::byte* to) {
  v128_t units = wasm_v128_load(at);
  if (is_big_endian) units = wasm_v128_or(wasm_i16x8_shl(units, 8), wasm_u16x8_shr(units, 8));
  if (wasm_v128_any_true(wasm_v128_and(units, wasm_i16x8_const_splat(static_cast<std::int16_t>(0xFF80)))))
    return false;
  wasm_v128_store64_lane(to, wasm_u8x16_narrow_i16x8(units, units), 0);
  return true;
}

}  // namespace

std::uint64_t utf16_units(std::string_view utf8) {
  std::uint64_t units = 0;
  for (const char each : utf8) {
    const auto byte = static_cast<std::uint8_t>(each);
    if ((byte & 0xC0U) != 0x80) units += byte >= 0xF0 ? 2 : 1;
  }
  return units;
}

std::byte* Utf16Decoder::add(std::uint16_t unit, std::byte* to) {
  const std::uint16_t high = std::exchange(high_, 0);
  if (high != 0) {
    if (is_low_surrogate(unit)) return put(0x10000 + ((high & 0x3FFU) << 10U) + (unit & 0x3FFU), to);
    to = put(replacement, to);
  }
  if (is_high_surrogate(unit)) {
    high_ = unit;
    return to;
  }
  return put(is_low_surrogate(unit) ? replacement : unit, to);
}

std::size_t Utf16Decoder::decode(std::span<const std::byte>& in, std::span<std::byte> out) {
  const std::byte* at = in.data();
  const std::byte* const end = at + in.size();
  std::byte* to = out.data();
  const std::byte* const full = to + out.size();
  if (half_ && at != end && out.size() >= least_room) {
    const std::array<std::byte, 2> whole = {*std::exchange(half_, std::nullopt), *at++};
    to = add(utf16_unit(whole.data(), is_big_endian_), to);
  }
  while (end - at >= 2 && full - to >= static_cast<std::ptrdiff_t>(least_room)) {
    const bool may_be_ascii = end - at >= static_cast<std::ptrdiff_t>(sizeof(v128_t)) && high_ == 0 &&
                              full - to >= static_cast<std::ptrdiff_t>(vector_units);
    if (may_be_ascii && put_ascii(at, is_big_endian_, to)) {
      at += sizeof(v128_t);
      to += vector_units;
      continue;
    }
    to = add(utf16_unit(at, is_big_endian_), to);
    at += 2;
  }
  if (end - at == 1 && !half_) half_ = *at++;
  in = {at, end};
  return static_cast<std::size_t>(to - out.data());
}

std::size_t Utf16Decoder::finish(std::span<std::byte> out) {
  if (!half_ && high_ == 0) return 0;
  half_.reset();
  high_ = 0;
  return static_cast<std::size_t>(put(replacement, out.data()) - out.data());
}

}  // namespace weft::text
