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

  /// The same for up to 63 blocks, for who knows which of them are not ASCII, a bit each: only these are
  /// looked at. In memory, `blocks` must stand behind what was added last.
  void add_blocks(std::span<const std::byte> blocks, std::uint64_t are_not_ascii);

  /// Of what has been added so far, as if the text ended here.
  bool is_valid() const { return is_valid_so_far_ && !is_within_character(); }

 private:
  bool is_within_character() const;
  void add_some(std::span<const std::byte> bytes);

  bool is_valid_so_far_ = true;
  /// The last bytes of the text, the very last one at the end.
  std::array<std::uint8_t, 3> last_ = {};
};

}  // namespace weft::text
