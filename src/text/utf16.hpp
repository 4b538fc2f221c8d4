#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace weft::text {

inline std::uint16_t utf16_unit(const std::byte* at, bool is_big_endian) {
  const auto first = std::to_integer<unsigned>(at[0]);
  const auto second = std::to_integer<unsigned>(at[1]);
  return static_cast<std::uint16_t>(is_big_endian ? first << 8U | second : second << 8U | first);
}

constexpr bool is_high_surrogate(std::uint16_t unit) { return (unit & 0xFC00U) == 0xD800; }
constexpr bool is_low_surrogate(std::uint16_t unit) { return (unit & 0xFC00U) == 0xDC00; }

/// How many units of UTF-16 the valid UTF-8 stands for, of which the last character may not be whole yet.
std::uint64_t utf16_units(std::string_view utf8);

/// Makes UTF-8 of UTF-16 that comes in pieces of any size; where it is cut makes no difference. U+FFFD stands
/// for a surrogate without its other half, and for what is not whole at the end, as browsers' TextDecoder and
/// Python's `decode('utf-16-le', 'replace')` have it.
class Utf16Decoder {
 public:
  explicit Utf16Decoder(bool is_big_endian) : is_big_endian_(is_big_endian) {}

  /// No call writes less than it could: `out` is full but for this many bytes, or `in` is used up.
  static constexpr std::size_t least_room = 6;

  /// Takes what it can from the front of `in` and writes its UTF-8 to `out`. Returns how many bytes that are.
  std::size_t decode(std::span<const std::byte>& in, std::span<std::byte> out);

  /// Once: the text ends here. `out` has room for `least_room` bytes.
  std::size_t finish(std::span<std::byte> out);

 private:
  std::byte* add(std::uint16_t unit, std::byte* to);

  bool is_big_endian_;
  /// The first half of a unit, and that of a pair of surrogates.
  std::optional<std::byte> half_;
  std::uint16_t high_ = 0;
};

}  // namespace weft::text
