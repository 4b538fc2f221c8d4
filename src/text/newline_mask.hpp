#pragma once

#include <cstddef>
#include <cstdint>

#include <wasm_simd128.h>

namespace weft::text {

/// How many bytes the SIMD code of this folder looks at in one step: a bit each in 64 bits.
inline constexpr std::size_t block_bytes = 64;

/// Bit i is set where byte i of the block is '\n'. Reads exactly `block_bytes`; no alignment needed.
inline std::uint64_t newline_mask(const void* block) {
  const auto* at = static_cast<const v128_t*>(block);
  const auto part = [at](int index) -> std::uint64_t {
    const v128_t bytes = wasm_v128_load(at + index);
    return wasm_i8x16_bitmask(wasm_i8x16_eq(bytes, wasm_i8x16_const_splat('\n')));
  };
  return part(0) | part(1) << 16 | part(2) << 32 | part(3) << 48;
}

}  // namespace weft::text
