#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <utility>

namespace weft::test {

/// Reads what an oracle has packed: numbers as 64 bits, little-endian, and bytes after their number.
class PackedReader {
 public:
  explicit PackedReader(const char* at) : at_(at) {}

  std::uint64_t number() {
    std::uint64_t value;
    std::memcpy(&value, std::exchange(at_, at_ + sizeof value), sizeof value);
    return value;
  }

  std::string bytes() {
    const auto size = static_cast<std::size_t>(number());
    return {std::exchange(at_, at_ + size), size};
  }

 private:
  const char* at_;
};

}  // namespace weft::test
