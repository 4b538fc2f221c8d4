#include "text/utf8_check.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <tuple>

#include <wasm_simd128.h>

#include "text/newline_mask.hpp"

namespace weft::text {
namespace {

constexpr std::size_t vector_bytes = sizeof(v128_t);

// J. Keiser, D. Lemire: Validating UTF-8 In Less Than One Instruction Per Byte (2021). What can be wrong with
// two bytes that follow each other, a bit each; a table says for each half of a byte what is not ruled out by
// it.
constexpr std::uint8_t too_short = 1 << 0, too_long = 1 << 1, overlong_3 = 1 << 2, too_large = 1 << 3,
                       surrogate = 1 << 4, overlong_2 = 1 << 5, too_large_1000 = 1 << 6, overlong_4 = 1 << 6,
                       two_continuations = 1 << 7;
constexpr std::uint8_t any = too_short | too_long | two_continuations;
constexpr std::uint8_t large = any | too_large | too_large_1000;
constexpr std::uint8_t second = too_long | overlong_2 | two_continuations;

using Table = std::array<std::uint8_t, vector_bytes>;

constexpr Table by_first_high = {too_long,
                                 too_long,
                                 too_long,
                                 too_long,
                                 too_long,
                                 too_long,
                                 too_long,
                                 too_long,
                                 two_continuations,
                                 two_continuations,
                                 two_continuations,
                                 two_continuations,
                                 too_short | overlong_2,
                                 too_short,
                                 too_short | overlong_3 | surrogate,
                                 too_short | too_large | too_large_1000 | overlong_4};
constexpr Table by_first_low = {any | overlong_3 | overlong_2 | overlong_4,
                                any | overlong_2,
                                any,
                                any,
                                any | too_large,
                                large,
                                large,
                                large,
                                large,
                                large,
                                large,
                                large,
                                large,
                                large | surrogate,
                                large,
                                large};
constexpr Table by_second_high = {too_short,
                                  too_short,
                                  too_short,
                                  too_short,
                                  too_short,
                                  too_short,
                                  too_short,
                                  too_short,
                                  second | overlong_3 | too_large_1000 | overlong_4,
                                  second | overlong_3 | too_large,
                                  second | surrogate | too_large,
                                  second | surrogate | too_large,
                                  too_short,
                                  too_short,
                                  too_short,
                                  too_short};

v128_t look_up(const Table& table, v128_t indices) {
  return wasm_i8x16_swizzle(wasm_v128_load(table.data()), indices);
}

// Of each byte its upper half. Engines shift wider lanes in fewer steps.
v128_t upper_halves(v128_t bytes) {
  return wasm_v128_and(wasm_u16x8_shr(bytes, 4), wasm_i8x16_const_splat(0x0F));
}

// Bits where a byte does not go with the three before it. `at` stands behind at least three bytes.
v128_t errors_at(const std::uint8_t* at) {
  const v128_t bytes = wasm_v128_load(at);
  const v128_t before = wasm_v128_load(at - 1);
  const v128_t low_half = wasm_i8x16_const_splat(0x0F);
  const v128_t pairs = wasm_v128_and(wasm_v128_and(look_up(by_first_high, upper_halves(before)),
                                                   look_up(by_first_low, wasm_v128_and(before, low_half))),
                                     look_up(by_second_high, upper_halves(bytes)));
  const v128_t third = wasm_u8x16_sub_sat(wasm_v128_load(at - 2), wasm_u8x16_const_splat(0xE0 - 0x80));
  const v128_t fourth = wasm_u8x16_sub_sat(wasm_v128_load(at - 3), wasm_u8x16_const_splat(0xF0 - 0x80));
  const v128_t must_continue = wasm_v128_and(wasm_v128_or(third, fourth), wasm_u8x16_const_splat(0x80));
  return wasm_v128_xor(must_continue, pairs);
}

// A loop: unrolled, engines take a half longer, for they have no register for each constant.
v128_t errors_in_block(const std::uint8_t* block) {
  v128_t errors = wasm_i8x16_const_splat(0);
#pragma clang loop unroll(disable)
  for (std::size_t i = 0; i < block_bytes; i += vector_bytes)
    errors = wasm_v128_or(errors, errors_at(block + i));
  return errors;
}

bool ends_within_character(const std::uint8_t* end) {
  return end[-1] >= 0xC0 || end[-2] >= 0xE0 || end[-3] >= 0xF0;
}

}  // namespace

bool Utf8Check::is_within_character() const { return ends_within_character(last_.data() + last_.size()); }

void Utf8Check::add(std::span<const std::byte> piece) {
  for (; piece.size() > vector_bytes; piece = piece.subspan(vector_bytes))
    add_some(piece.first(vector_bytes));
  add_some(piece);
}

void Utf8Check::add_blocks(std::span<const std::byte> blocks, std::uint64_t are_not_ascii) {
  if (!is_valid_so_far_) return;
  const auto* const begin = reinterpret_cast<const std::uint8_t*>(blocks.data());
  std::uint64_t begin_within_character = is_within_character() ? 1 : 0;
  v128_t errors = wasm_i8x16_const_splat(0);
  for (std::uint64_t left = are_not_ascii; left != 0; left &= left - 1) {
    const int block = std::countr_zero(left);
    const std::uint8_t* const at = begin + static_cast<std::size_t>(block) * block_bytes;
    errors = wasm_v128_or(errors, errors_in_block(at));
    begin_within_character |= std::uint64_t{ends_within_character(at + block_bytes)} << block << 1;
  }
  const std::uint64_t all = (std::uint64_t{1} << blocks.size() / block_bytes) - 1;
  const bool are_cut_by_ascii = (begin_within_character & ~are_not_ascii & all) != 0;
  if (are_cut_by_ascii || wasm_v128_any_true(errors)) is_valid_so_far_ = false;
  std::memcpy(last_.data(), blocks.data() + blocks.size() - last_.size(), last_.size());
}

// Looks at up to a vector of bytes in a copy, in which zeros follow.
void Utf8Check::add_some(std::span<const std::byte> bytes) {
  std::array<std::uint8_t, std::tuple_size_v<decltype(last_)> + vector_bytes> copy = {};
  std::ranges::copy(last_, copy.begin());
  std::memcpy(copy.data() + last_.size(), bytes.data(), bytes.size());
  const v128_t errors = errors_at(copy.data() + last_.size());
  const unsigned found = wasm_i8x16_bitmask(wasm_i8x16_ne(errors, wasm_i8x16_const_splat(0)));
  // That the zeros cut a character off is no error yet.
  if ((found & ((1U << bytes.size()) - 1)) != 0) is_valid_so_far_ = false;
  std::memcpy(last_.data(), copy.data() + bytes.size(), last_.size());
}

}  // namespace weft::text
