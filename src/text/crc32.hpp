#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace weft::text {

/// The checksum of gzip, eight bytes at a time. It makes its tables itself, which is shorter than to have
/// them brought along.
class Crc32 {
 public:
  Crc32();

  /// The checksum of what `crc` is that of, 0 for nothing, followed by the bytes.
  std::uint32_t add(std::uint32_t crc, std::span<const std::byte> bytes) const;

 private:
  std::array<std::array<std::uint32_t, 256>, 8> tables_;
};

}  // namespace weft::text
