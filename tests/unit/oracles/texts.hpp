#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <span>
#include <string>
#include <vector>

namespace weft::test {

inline std::span<const std::byte> bytes_of(std::string_view text) { return std::as_bytes(std::span(text)); }

/// Short texts, each with something in it that a reader or a counter may get wrong.
std::vector<std::string> hostile_texts();

/// Texts with nothing special but their size: many lines, one line of 20 MB, 20 MB without a printable byte.
std::vector<std::string> large_texts();

/// Texts that hold many newlines, spaces, and parts of characters, well or badly put together. They differ
/// from run to run: `node unit_text.js --gtest_filter=*random* --gtest_repeat=1000` searches for longer.
class RandomTexts {
 public:
  /// Takes the seed that was given to the program (--gtest_random_seed), or draws one.
  RandomTexts();
  explicit RandomTexts(std::uint32_t seed) : seed_(seed), engine_(seed) {}

  /// How to run the program again with the same texts.
  std::string reproduction() const { return "to reproduce: --gtest_random_seed=" + std::to_string(seed_); }

  std::string text(std::size_t max_bytes);
  std::vector<std::string> texts(std::size_t count, std::size_t max_bytes);
  /// The same behind a line of ASCII. Without it a few zeros make a short text one in UTF-16.
  std::vector<std::string> texts_of_bytes(std::size_t count, std::size_t max_bytes);
  /// From 0 to `limit`, both included.
  std::size_t number(std::size_t limit);

 private:
  std::uint32_t seed_;
  std::mt19937 engine_;
};

}  // namespace weft::test
