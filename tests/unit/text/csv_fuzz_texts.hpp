#pragma once

#include <cstdint>
#include <string>

#include "oracles/csv_judges.hpp"
#include "oracles/texts.hpp"

namespace weft::test {

/// A small CSV text made at random, and what is known of it.
struct CsvFuzzText {
  /// Titles, comments, empty lines, or what tells Excel the delimiter.
  std::string above = {};
  std::uint64_t lines_above = 0;
  /// The table; well-formed if nothing was done to it.
  CsvQuestion table = {};
  /// A word for each thing that was done to it.
  std::string pollution = {};
  bool has_byte_order_mark = false;

  std::string whole() const { return (has_byte_order_mark ? "\uFEFF" : "") + above + table.text; }
};

CsvFuzzText random_fuzz_text(RandomTexts& random);

}  // namespace weft::test
