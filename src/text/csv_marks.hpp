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
  /// What ends a line: a line feed, or a carriage return without one behind it.
  std::uint64_t newlines = 0;
  std::uint64_t quotes = 0;
  /// Backslashes, of a dialect in which they matter.
  std::uint64_t escapes = 0;

  std::uint64_t all() const { return delimiters | newlines | quotes | escapes; }
};

/// Finds these bytes, `block_bytes` at a time.
class CsvMarker {
 public:
  explicit CsvMarker(const CsvDialect& dialect)
      : delimiter_(dialect.delimiter), quote_(dialect.quote), has_escapes_(dialect.has_backslashes) {}

  /// Of the block at `at` of a piece, or of what there is of it.
  CsvMarks block(std::string_view piece, std::size_t at) const {
    if (piece.size() - at < block_bytes) return part_of_block(piece.substr(at));
    const char* block = piece.data() + at;
    CsvMarks marks;
    const std::uint64_t returns = mark_block(block, marks);
    if (returns != 0) {
      const bool goes_on = at + block_bytes < piece.size() && block[block_bytes] == '\n';
      marks.newlines |= returns & ~(marks.newlines >> 1 | std::uint64_t{goes_on} << (block_bytes - 1));
    }
    if (has_escapes_) marks.escapes = part_of_block(piece.substr(at, block_bytes)).escapes;
    return marks;
  }

 private:
  /// Returns where carriage returns stand.
  std::uint64_t mark_block(const char* block, CsvMarks& marks) const {
    std::uint64_t returns = 0;
    const v128_t delimiter = wasm_i8x16_splat(delimiter_);
    const v128_t quote = wasm_i8x16_splat(quote_);
    for (unsigned at = 0; at < block_bytes; at += sizeof(v128_t)) {
      const v128_t bytes = wasm_v128_load(block + at);
      marks.delimiters |= mask(wasm_i8x16_eq(bytes, delimiter)) << at;
      marks.newlines |= mask(wasm_i8x16_eq(bytes, wasm_i8x16_const_splat('\n'))) << at;
      returns |= mask(wasm_i8x16_eq(bytes, wasm_i8x16_const_splat('\r'))) << at;
      marks.quotes |= mask(wasm_i8x16_eq(bytes, quote)) << at;
    }
    return returns;
  }

  CsvMarks part_of_block(std::string_view bytes) const {
    CsvMarks marks;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
      const bool is_return = bytes[i] == '\r' && !bytes.substr(i + 1).starts_with('\n');
      marks.delimiters |= std::uint64_t{bytes[i] == delimiter_} << i;
      marks.newlines |= std::uint64_t{bytes[i] == '\n' || is_return} << i;
      marks.quotes |= std::uint64_t{bytes[i] == quote_} << i;
      marks.escapes |= std::uint64_t{has_escapes_ && bytes[i] == '\\'} << i;
    }
    return marks;
  }

  static std::uint64_t mask(v128_t matches) { return wasm_i8x16_bitmask(matches); }

  char delimiter_;
  char quote_;
  bool has_escapes_;
};

}  // namespace weft::text
