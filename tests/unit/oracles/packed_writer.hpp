#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace weft::test {

/// Packs a question to an oracle as `PackedReader` reads its answer.
class PackedWriter {
 public:
  void number(std::uint64_t value) { packed_.append(reinterpret_cast<const char*>(&value), sizeof value); }
  void bytes(std::string_view text) {
    number(text.size());
    packed_.append(text);
  }

  const std::string& packed() const { return packed_; }

 private:
  std::string packed_;
};

}  // namespace weft::test
