#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace weft::text {

/// Whether a text that comes in pieces of any size is UTF-8.
class Utf8Check {
 public:
  void add(std::span<const std::byte> piece);

  /// The same for a piece of ASCII, without looking at it. Not between the bytes of a character.
  void add_ascii() { last_ = {}; }
  bool is_within_character() const { return (last_[0] | last_[1] | last_[2]) >= 0x80U; }

  /// Of what has been added so far, as if the text ended here.
  bool is_valid() const { return is_valid_so_far_ && last_[2] < 0xC0 && last_[1] < 0xE0 && last_[0] < 0xF0; }

 private:
  std::size_t add_edge(std::span<const std::uint8_t> bytes);

  bool is_valid_so_far_ = true;
  /// The last bytes of the text, the very last one at the end.
  std::array<std::uint8_t, 3> last_ = {};
};

}  // namespace weft::text
