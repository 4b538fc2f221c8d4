#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <wasm_simd128.h>

#include "text/csv_dialect.hpp"
#include "text/newline_mask.hpp"

namespace weft::text {

/// Where the bytes that matter to a CSV parser stand in a block: bit i stands for its byte i.
struct CsvMarks {
  std::uint64_t delimiters = 0;
  std::uint64_t newlines = 0;
  std::uint64_t quotes = 0;

  std::uint64_t all() const { return delimiters | newlines | quotes; }
};

/// Finds these bytes, `block_bytes` at a time.
class CsvMarker {
 public:
  explicit CsvMarker(const CsvDialect& dialect)
      : delimiter_(dialect.delimiter),
        other_newline_(dialect.line_end == CsvDialect::LineEnd::carriage_return ? '\r' : '\n') {}

  /// Reads exactly `block_bytes`.
  CsvMarks whole_block(const char* block) const {
    CsvMarks marks;
    const v128_t delimiter = wasm_i8x16_splat(delimiter_);
    const v128_t other_newline = wasm_i8x16_splat(other_newline_);
    for (unsigned at = 0; at < block_bytes; at += sizeof(v128_t)) {
      const v128_t bytes = wasm_v128_load(block + at);
      const v128_t newlines = wasm_v128_or(wasm_i8x16_eq(bytes, wasm_i8x16_const_splat('\n')),
                                           wasm_i8x16_eq(bytes, other_newline));
      marks.delimiters |= mask(wasm_i8x16_eq(bytes, delimiter)) << at;
      marks.newlines |= mask(newlines) << at;
      marks.quotes |= mask(wasm_i8x16_eq(bytes, wasm_i8x16_const_splat('"'))) << at;
    }
    return marks;
  }

  /// For what is left at the end: fewer bytes than a block.
  CsvMarks part_of_block(std::string_view bytes) const {
    CsvMarks marks;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
      marks.delimiters |= std::uint64_t{bytes[i] == delimiter_} << i;
      marks.newlines |= std::uint64_t{bytes[i] == '\n' || bytes[i] == other_newline_} << i;
      marks.quotes |= std::uint64_t{bytes[i] == '"'} << i;
    }
    return marks;
  }

 private:
  static std::uint64_t mask(v128_t matches) { return wasm_i8x16_bitmask(matches); }

  char delimiter_;
  char other_newline_;
};

}  // namespace weft::text
