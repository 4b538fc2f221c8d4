#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>

namespace weft::text {

/// Reads bits, the lowest of each byte first, of bytes that come in pieces of any size. Bits that are not
/// taken yet are kept over the edge of a piece.
class BitReader {
 public:
  void feed(std::span<const std::byte> piece) {
    at_ = piece.data();
    end_ = at_ + piece.size();
  }

  /// Whether there are `count` bits to look at, up to 56.
  bool has(unsigned count) {
    if (held_ < count) fill();
    return held_ >= count;
  }

  /// So many bits as there are, at most 56 to 63, the first one lowest, and zeros above.
  std::uint64_t peek() const { return bits_; }
  unsigned held() const { return held_; }

  /// As many bits as `has` has found at least.
  std::uint32_t take(unsigned count) {
    const auto taken = static_cast<std::uint32_t>(bits_ & ((std::uint64_t{1} << count) - 1));
    drop(count);
    return taken;
  }
  void drop(unsigned count) {
    bits_ >>= count;
    held_ -= count;
  }

  /// Goes on to the beginning of a byte.
  void align() { drop(held_ % 8); }

  /// Aligned: copies bytes, as many as there are.
  std::size_t copy(std::span<std::byte> to) {
    std::size_t copied = 0;
    while (copied < to.size() && held_ > 0) to[copied++] = std::byte(take(8));
    const std::size_t rest = std::min<std::size_t>(to.size() - copied, static_cast<std::size_t>(end_ - at_));
    if (rest > 0) std::memcpy(to.data() + copied, at_, rest);
    at_ += rest;
    return copied + rest;
  }

 private:
  void fill() {
    static_assert(std::endian::native == std::endian::little);
    if (end_ - at_ >= 8) {
      std::uint64_t next;
      std::memcpy(&next, at_, sizeof next);
      bits_ |= next << held_;
      const unsigned bytes = (63 - held_) / 8;
      at_ += bytes;
      held_ += bytes * 8;
      bits_ &= (std::uint64_t{1} << held_) - 1;
      return;
    }
    while (held_ <= 56 && at_ != end_) {
      bits_ |= std::to_integer<std::uint64_t>(*at_++) << held_;
      held_ += 8;
    }
  }

  const std::byte* at_ = nullptr;
  const std::byte* end_ = nullptr;
  std::uint64_t bits_ = 0;
  unsigned held_ = 0;
};

}  // namespace weft::text
