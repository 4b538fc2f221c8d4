#include <algorithm>
#include <array>
#include <bit>

#include <wasm_simd128.h>

#include "text/newline_mask.hpp"
#include "text/tally.hpp"

namespace weft::text {
namespace {

// Counters of one byte a lane overflow when they are added to more often than this; a block adds up to 4.
constexpr std::size_t blocks_per_flush = 63;

v128_t spaces(v128_t bytes) {
  // '\t' … '\r' moved to the low end of the signed range, so that one comparison tells them apart.
  const v128_t moved = wasm_i8x16_sub(bytes, wasm_i8x16_const_splat('\t' - 128));
  const v128_t controls = wasm_i8x16_lt(moved, wasm_i8x16_const_splat('\r' - '\t' + 1 - 128));
  return wasm_v128_or(controls, wasm_i8x16_eq(bytes, wasm_i8x16_const_splat(' ')));
}

std::uint64_t sum_of_lanes(v128_t counters) {
  const v128_t pairs = wasm_u16x8_extadd_pairwise_u8x16(counters);
  const v128_t quads = wasm_u32x4_extadd_pairwise_u16x8(pairs);
  return static_cast<std::uint64_t>(wasm_u32x4_extract_lane(quads, 0)) + wasm_u32x4_extract_lane(quads, 1) +
         wasm_u32x4_extract_lane(quads, 2) + wasm_u32x4_extract_lane(quads, 3);
}

// Counts words and continuation bytes by lanes: a mask is -1 where it holds, so subtracting it counts up.
struct LaneCounters {
  v128_t words = wasm_i8x16_const_splat(0);
  v128_t continuations = wasm_i8x16_const_splat(0);
  v128_t last_spaces;

  void add_words(v128_t bytes) {
    const v128_t now = spaces(bytes);
    const v128_t before =
        wasm_i8x16_shuffle(last_spaces, now, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30);
    words = wasm_i8x16_sub(words, wasm_v128_andnot(before, now));
    last_spaces = now;
  }

  // Whether the block is not ASCII. What only such blocks have is looked for later: a branch here is guessed
  // wrong so often, where a few bytes of a text are not ASCII, that it costs more than all the rest.
  bool add_block(const std::uint8_t* at) {
    v128_t all = wasm_i8x16_const_splat(0);
    for (std::size_t i = 0; i < block_bytes; i += sizeof(v128_t)) {
      const v128_t bytes = wasm_v128_load(at + i);
      add_words(bytes);
      all = wasm_v128_or(all, bytes);
    }
    return wasm_i8x16_bitmask(all) != 0;
  }

  void add_continuations(const std::uint8_t* blocks, std::uint64_t are_not_ascii) {
    for (std::uint64_t left = are_not_ascii; left != 0; left &= left - 1) {
      const auto offset = static_cast<std::size_t>(std::countr_zero(left)) * block_bytes;
      for (std::size_t i = 0; i < block_bytes; i += sizeof(v128_t)) {
        const v128_t bytes = wasm_v128_load(blocks + offset + i);
        continuations = wasm_i8x16_sub(continuations, wasm_i8x16_lt(bytes, wasm_i8x16_const_splat(-64)));
      }
    }
  }

  void flush(Tally& tally) {
    tally.words += sum_of_lanes(words);
    tally.continuations += sum_of_lanes(continuations);
    words = continuations = wasm_i8x16_const_splat(0);
  }
};

// Whether `mask` holds a run of more than `length` zeros: is anything left when all runs are shrunk by that?
bool has_zeros_beyond(std::uint64_t mask, std::uint64_t length) {
  std::uint64_t runs = ~mask;
  for (std::uint64_t width = 1; width < block_bytes; width *= 2) {
    const std::uint64_t step = std::min(length, width);
    runs &= runs >> step;
    length -= step;
  }
  return runs != 0;
}

// The longest of the lines that end within one block, bit i of `newlines` standing for its byte i;
// `open_line` bytes of the first one lie before the block, and `last` is the byte before it.
[[gnu::noinline]] std::uint64_t longest_in(const std::uint8_t* block, std::uint64_t newlines,
                                           std::uint64_t open_line, std::uint8_t last) {
  std::uint64_t longest = 0;
  std::uint64_t begun_before = open_line;
  for (int start = 0; newlines != 0; newlines &= newlines - 1) {
    const int end = std::countr_zero(newlines);
    const std::uint8_t before = end == 0 ? last : block[end - 1];
    const std::uint64_t length =
        begun_before + static_cast<std::uint64_t>(end - start) - (before == '\r' ? 1 : 0);
    longest = std::max(longest, length);
    begun_before = 0;
    start = end + 1;
  }
  return longest;
}

// Looks closer only where a line may be longer than all before it; that soon becomes rare.
void add_newlines(Tally& tally, const std::uint8_t* block, std::uint64_t newlines) {
  const auto first = static_cast<std::uint64_t>(std::countr_zero(newlines));
  const bool may_be_longer =
      tally.open_line + first > tally.longest_line ||
      (tally.longest_line < block_bytes && has_zeros_beyond(newlines, tally.longest_line));
  if (may_be_longer) {
    tally.longest_line =
        std::max(tally.longest_line, longest_in(block, newlines, tally.open_line, tally.last));
  }
  tally.newlines += static_cast<std::uint64_t>(std::popcount(newlines));
  const std::uint64_t kept = newlines == 0 ? tally.open_line : 0;
  tally.open_line = kept + static_cast<std::uint64_t>(std::countl_zero(newlines));
}

}  // namespace

void add_by_blocks(Tally& result, std::span<const std::byte> piece) {
  // To check a block takes the bytes before it.
  const std::size_t edge = std::min(piece.size(), sizeof(v128_t));
  add_by_bytes(result, piece.first(edge));
  piece = piece.subspan(edge);
  Tally tally = result;
  const auto* at = reinterpret_cast<const std::uint8_t*>(piece.data());
  const std::size_t blocks = piece.size() / block_bytes;
  const std::size_t whole_bytes = blocks * block_bytes;
  LaneCounters lanes{.last_spaces = spaces(wasm_i8x16_splat(static_cast<std::int8_t>(tally.last)))};
  for (std::size_t left = blocks; left > 0;) {
    const std::size_t turn = std::min(left, blocks_per_flush);
    const auto* const begin = at;
    std::uint64_t are_not_ascii = 0;
    for (std::size_t block = 0; block < turn; ++block, at += block_bytes) {
      are_not_ascii |= std::uint64_t{lanes.add_block(at)} << block;
      add_newlines(tally, at, newline_mask(at));
      tally.last = at[block_bytes - 1];
    }
    lanes.add_continuations(begin, are_not_ascii);
    tally.utf8.add_blocks(std::as_bytes(std::span(begin, at)), are_not_ascii);
    lanes.flush(tally);
    left -= turn;
  }
  tally.bytes += whole_bytes;
  result = tally;
  add_by_bytes(result, piece.subspan(whole_bytes));
}

}  // namespace weft::text
