#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "oracles/csv_judges.hpp"
#include "text/csv_fuzz_texts.hpp"

namespace weft::test {

bool have_same_shape(const CsvFields& one, const CsvFields& other);

/// What two others make of a text.
struct CsvVerdict {
  CsvFields python = {};
  std::optional<CsvFields> duckdb = {};

  bool is_of_rows() const { return duckdb == python; }
  /// Of how many rows there are, and how many fields each has.
  bool is_of_shape() const { return duckdb && have_same_shape(*duckdb, python); }
};

/// A text with all that the judges say of it.
struct CsvFuzzCase {
  std::uint32_t seed = 0;
  CsvFuzzText made = {};
  CsvVerdict verdict = {};
  /// There are quotes that open a field and are never closed, or have text behind the one that closes it; and
  /// what the judges say with these made text.
  bool has_wrong_quotes = false;
  CsvVerdict mended = {};
  /// Nothing was done to the text, and both sniffers find how it is written.
  bool is_unmistakable = false;
  /// Then: whether one of them at least takes the first row for a header. Nothing where DuckDB cannot be
  /// asked: it looks at other rows below a comment, and an empty field is to it a number as good as any.
  std::optional<bool> has_header = {};
};

/// Cases with `count` seeds from the first one on.
std::vector<CsvFuzzCase> make_fuzz_cases(std::uint32_t first_seed, std::size_t count);

}  // namespace weft::test
