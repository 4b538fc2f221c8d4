#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "text/bit_reader.hpp"

namespace weft::text {

/// Unpacks one stream of DEFLATE (RFC 1951) as far as its bits reach. It keeps nothing of what it has written
/// but where that is: matches are copied out of the buffer itself.
class Inflater {
 public:
  static constexpr std::size_t most_distance = 32 * 1024;

  enum class Status : std::uint8_t {
    /// All bits that are there are used up, but for some that do not make a whole symbol.
    wants_bits,
    /// The buffer is full.
    wants_room,
    ended,
    damaged,
  };

  /// A new stream begins.
  void begin() { *this = {}; }

  /// Reads on and appends to what is in `buffer` up to `filled`, of which at least the last `most_distance`
  /// bytes, or all bytes of the stream, are what was written before.
  Status read(BitReader& bits, std::span<std::byte> buffer, std::size_t& filled);

 private:
  static constexpr unsigned fast_bits = 10;
  static constexpr unsigned longest_code = 15;

  /// A canonical Huffman code: short ones by table, others by counting.
  struct Code {
    /// By the next bits: the symbol, and in the lowest four bits the length of its code; 0 for a longer one.
    std::array<std::uint16_t, 1U << fast_bits> fast;
    std::array<std::uint16_t, longest_code + 1> counts;
    std::array<std::uint16_t, 288> symbols;

    /// False if no set of codes has these lengths.
    bool build(std::span<const std::uint8_t> lengths);
  };

  /// Bits that are looked at before it is known that there are enough of them.
  struct Look {
    std::uint64_t bits;
    unsigned left;
    bool is_damaged = false;

    bool has(unsigned count) const { return left >= count; }
    std::uint32_t take(unsigned count);
    /// The next symbol; -1 if the bits do not reach, or are those of no symbol.
    int symbol(const Code& code);
  };

  enum class State : std::uint8_t {
    block,
    stored_size,
    stored,
    sizes,
    code_lengths,
    lengths,
    symbols,
    match,
    ended
  };

  Status read_block(BitReader& bits);
  Status read_stored_size(BitReader& bits);
  Status copy_stored(BitReader& bits, std::span<std::byte> buffer, std::size_t& filled);
  Status read_sizes(BitReader& bits);
  Status read_code_lengths(BitReader& bits);
  Status read_lengths(BitReader& bits);
  Status read_symbols(BitReader& bits, std::span<std::byte> buffer, std::size_t& filled);
  bool read_match(Look& look, int symbol);
  Status copy_match(std::span<std::byte> buffer, std::size_t& filled);
  void use_fixed_codes();
  bool use_lengths();
  void end_block() { state_ = is_last_ ? State::ended : State::block; }

  State state_ = State::block;
  bool is_last_ = false;
  /// Of a stored block, and of a match.
  std::size_t left_ = 0;
  std::size_t distance_ = 0;
  /// Bytes of the stream that are in the buffer, up to `most_distance`.
  std::size_t history_ = 0;
  unsigned literal_codes_ = 0;
  unsigned distance_codes_ = 0;
  unsigned length_codes_ = 0;
  unsigned known_lengths_ = 0;
  std::array<std::uint8_t, 320> lengths_ = {};
  Code literals_ = {};
  Code distances_ = {};
};

}  // namespace weft::text
