#include "text/crc32.hpp"

#include <cstring>

namespace weft::text {

Crc32::Crc32() {
  constexpr std::uint32_t polynomial = 0xEDB88320;
  for (std::uint32_t byte = 0; byte < 256; ++byte) {
    std::uint32_t crc = byte;
    for (int bit = 0; bit < 8; ++bit) crc = crc >> 1U ^ ((crc & 1U) != 0 ? polynomial : 0);
    tables_[0][byte] = crc;
  }
  for (std::size_t table = 1; table < tables_.size(); ++table)
    for (std::size_t byte = 0; byte < 256; ++byte) {
      const std::uint32_t crc = tables_[table - 1][byte];
      tables_[table][byte] = crc >> 8U ^ tables_[0][crc & 0xFFU];
    }
}

std::uint32_t Crc32::add(std::uint32_t crc, std::span<const std::byte> bytes) const {
  crc = ~crc;
  while (bytes.size() >= 8) {
    std::uint32_t low, high;
    std::memcpy(&low, bytes.data(), 4);
    std::memcpy(&high, bytes.data() + 4, 4);
    low ^= crc;
    crc = tables_[7][low & 0xFFU] ^ tables_[6][low >> 8U & 0xFFU] ^ tables_[5][low >> 16U & 0xFFU] ^
          tables_[4][low >> 24U] ^ tables_[3][high & 0xFFU] ^ tables_[2][high >> 8U & 0xFFU] ^
          tables_[1][high >> 16U & 0xFFU] ^ tables_[0][high >> 24U];
    bytes = bytes.subspan(8);
  }
  for (const std::byte byte : bytes)
    crc = crc >> 8U ^ tables_[0][(crc ^ std::to_integer<std::uint32_t>(byte)) & 0xFFU];
  return ~crc;
}

}  // namespace weft::text
